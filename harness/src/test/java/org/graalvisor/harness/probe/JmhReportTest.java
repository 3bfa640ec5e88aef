package org.graalvisor.harness.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.graalvisor.results.Measurement;
import org.junit.jupiter.api.Test;

class JmhReportTest {
    /** Written by JMH 1.37 with -f 2 -i 2, shortened. */
    private static final String REPORT = """
            [
                {
                    "jmhVersion" : "1.37",
                    "benchmark" : "org.graalvisor.harness.jmh.IsolateBenchmark.warmInvoke",
                    "mode" : "avgt",
                    "threads" : 1,
                    "forks" : 2,
                    "primaryMetric" : {
                        "score" : 0.19107689374043943,
                        "scoreError" : 0.0304522048914329,
                        "scoreConfidence" : [ 0.16, 0.22 ],
                        "scorePercentiles" : { "0.0" : 0.18, "50.0" : 0.19 },
                        "scoreUnit" : "us/op",
                        "rawData" : [ [ 0.18, 0.19 ], [ 0.2, 0.21 ] ]
                    },
                    "secondaryMetrics" : { }
                }
            ]
            """;

    @Test
    void readsScoreErrorAndEveryIteration() {
        assertThat(JmhReport.parse("jmh.json", REPORT)).containsExactly(
                Measurement.scalar("score", "us/op", 0.19107689374043943),
                Measurement.scalar("score_error", "us/op", 0.0304522048914329),
                new Measurement("iteration_score", "us/op", 0, 0.18), new Measurement("iteration_score", "us/op", 1,
                        0.19),
                new Measurement("iteration_score", "us/op", 2, 0.2), new Measurement("iteration_score", "us/op", 3,
                        0.21));
    }

    @Test
    void leavesOutAnErrorThatJmhCouldNotCompute() {
        String report = REPORT.replace("0.0304522048914329", "\"NaN\"");
        assertThat(JmhReport.parse("jmh.json", report)).extracting(Measurement::metric).doesNotContain("score_error")
                .contains("score");
    }

    @Test
    void refusesReportsOfNoBenchmarkAndTextNamingTheFile() {
        for (String text : new String[]{"[]", "{}", "no JSON", "[{\"primaryMetric\":{}}]"}) {
            assertThatThrownBy(() -> JmhReport.parse("jmh.json", text)).isInstanceOf(ProbeException.class)
                    .hasMessageStartingWith("jmh.json: ");
        }
    }
}
