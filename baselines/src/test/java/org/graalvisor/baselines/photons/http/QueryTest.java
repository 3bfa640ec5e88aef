package org.graalvisor.baselines.photons.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {

    @Property(tries = 200)
    void anyTextSurvivesPercentEncoding(@ForAll @NotEmpty String text) throws RequestFailure {
        String encodable = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        Query query = Query.parse("fid=" + URLEncoder.encode(encodable, StandardCharsets.UTF_8), List.of("fid"));

        assertThat(query.require("fid")).isEqualTo(encodable);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            other=1 | Field other is not known here; known are fid, mem
            fid=1&fid=2 | Field fid is given twice
            fid=%zz | percent-encoded
            fid=&mem=1 | Field fid is missing
            mem=1 | Field fid is missing
            fid=a | Field mem is missing
            fid=a&mem=1 | Field mem must be a whole number from 2 to 9, got: 1
            fid=a&mem=10 | from 2 to 9, got: 10
            fid=a&mem=-3 | got: -3
            fid=a&mem=٣ | got: ٣
            fid=a&mem=99999999999999999999 | got: 99999999999999999999
            """)
    void wrongFieldsAreNamedWithTheirValue(String query, String message) {
        assertThatThrownBy(() -> {
            Query parsed = Query.parse(query, List.of("fid", "mem"));
            parsed.require("fid");
            parsed.requireNumber("mem", 2, 9);
        }).isInstanceOf(RequestFailure.class).hasMessageContaining(message);
    }
}
