package org.graalvisor.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.graalvisor.runtime.error.ErrorKind;

class ErrorReplyTest {

    @Property(tries = 1000)
    void anyMessageSurvivesAsJson(@ForAll String message) throws IOException {
        Reply reply = ErrorReply.of(ErrorKind.FUNCTION_THREW, message);
        try (JsonParser parser = new JsonFactory().createParser(reply.body())) {
            parser.nextToken();
            assertThat(parser.nextFieldName()).isEqualTo("error");
            assertThat(parser.nextTextValue()).isEqualTo("function-threw");
            assertThat(parser.nextFieldName()).isEqualTo("message");
            assertThat(parser.nextTextValue()).isEqualTo(message);
        }
        assertThat(reply.status()).isEqualTo(500);
    }
}
