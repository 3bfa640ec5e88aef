package org.graalvisor.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusTextTest {
    private static final String PAGE = """
            # HELP a_total Things.
            # TYPE a_total counter
            a_total{kind="x\\"\\\\\\n"} 1234567
            # HELP b Others.
            # TYPE b gauge
            b 0
            """;

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "tr-TR", "ar-EG-u-nu-arab"})
    void thePageIsTheSameEverywhere(String tag) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            PrometheusText page = new PrometheusText().counter("a_total", "Things.").sample("a_total", "kind",
                    "x\"\\\n", 1234567).gauge("b", "Others.")
                    .sample("b", 0);
            assertThat(new String(page.toBytes(), StandardCharsets.UTF_8)).isEqualTo(PAGE);
            DurationHistogram histogram = new DurationHistogram();
            histogram.record(10_000);
            histogram.record(1_500_000_000);
            histogram.record(60_000_000_000L);
            String text = new String(new PrometheusText().histogram("h", "Durations.", histogram).toBytes(),
                    StandardCharsets.UTF_8);
            assertThat(text).contains("h_bucket{le=\"1.0E-5\"} 1\n", "h_bucket{le=\"1.0\"} 1\n",
                    "h_bucket{le=\"2.5\"} 2\n", "h_bucket{le=\"+Inf\"} 3\n",
                    "h_sum 61.50001\n", "h_count 3\n");
        } finally {
            Locale.setDefault(before);
        }
    }
}
