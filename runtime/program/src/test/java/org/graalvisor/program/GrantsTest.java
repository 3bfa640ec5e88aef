package org.graalvisor.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantsTest {

    @Test
    void nothingIsGrantedByDefault() {
        assertThat(Grants.parse("")).isEqualTo(Grants.NONE);
    }

    @Test
    void everyGrantIsRead() {
        assertThat(Grants.parse("net,helpers,polyglot,read:/data,read:/more,run:ffmpeg")).isEqualTo(new Grants(true,
                true, true, List.of("/data", "/more"), List.of("ffmpeg")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nett", "net,", "read:data", "read:", "run:", "all", " net", "NET"})
    void whatIsNoGrantIsRefusedNamingIt(String text) {
        String wrong = text.equals("net,") ? "''" : "'" + text + "'";
        assertThatIllegalArgumentException().isThrownBy(() -> Grants.parse(text)).withMessageContaining(wrong)
                .withMessageContaining("run:program");
    }
}
