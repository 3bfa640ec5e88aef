package org.graalvisor.analysis.figures;

import java.util.Map;
import java.util.OptionalDouble;
import org.graalvisor.analysis.statistics.Mean;

/**
 * Ratios of Graalvisor to OpenWhisk that the paper's authors measured. Its two sides of Fig 6 were not run alike: other
 * concurrency, warm-up and processor share.
 */
final class PaperRatios {
    /** Fig 6, operations per second and GB of RSS, recomputed from the published raw series. */
    private static final Map<String, Double> EFFICIENCY = Map.ofEntries(Map.entry("helloworld", 170.7), Map.entry(
            "filehashing", 85.5), Map.entry("restapi", 594.0), Map.entry("video", 2.16), Map.entry("classify", 2.05),
            Map.entry("helloworld-js", 56.6), Map.entry("dynamic-html-js", 7.84), Map.entry("uploader-js", 15.4),
            Map.entry("helloworld-python", 7.87), Map.entry("dynamic-html-python", 0.44), Map.entry("thumbnail-python",
                    1.17), Map.entry("uploader-python", 0.39), Map.entry("compress-python", 1.32), Map.entry(
                            "video-python", 1.28));
    /** The paper's headlines. */
    private static final Map<Language, Double> EFFICIENCY_ARITHMETIC = Map.of(Language.JAVA, 170.0,
            Language.JAVASCRIPT, 26.6, Language.PYTHON, 2.07);
    /** Recomputed from the same series. */
    private static final Map<Language, Double> EFFICIENCY_GEOMETRIC = Map.of(Language.JAVA, 32.9, Language.JAVASCRIPT,
            19.0, Language.PYTHON, 1.18);
    /** Fig 7, "22 % slower on average", over all languages. */
    static final double LATENCY_ARITHMETIC = 1.22;

    private PaperRatios() {}

    static OptionalDouble efficiency(String workload) {
        return of(EFFICIENCY.get(workload));
    }

    static OptionalDouble efficiency(Language language, Mean mean) {
        return of((mean == Mean.ARITHMETIC ? EFFICIENCY_ARITHMETIC : EFFICIENCY_GEOMETRIC).get(language));
    }

    private static OptionalDouble of(Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
