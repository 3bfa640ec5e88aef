package org.graalvisor.analysis.statistics;

/** A mean over functions. The paper's headline ratios are arithmetic means, in which one large ratio outweighs all others. */
public enum Mean {
    /** Sum divided by number. */
    ARITHMETIC("arithmetic") {
        @Override
        double of(double[] values) {
            return Samples.arithmeticMean(values);
        }
    },
    /** Of ratios, the mean that does not depend on which side is divided by which. */
    GEOMETRIC("geometric") {
        @Override
        double of(double[] values) {
            return Samples.geometricMean(values);
        }
    };

    private final String words;

    Mean(String words) {
        this.words = words;
    }

    /** As printed. */
    public String words() {
        return words;
    }

    abstract double of(double[] values);
}
