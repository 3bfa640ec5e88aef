package org.graalvisor.trace;

/**
 * Splits one root seed by purpose and by item, so that what is drawn for one function never depends on which other
 * functions are there.
 */
public final class Seeds {
    /** The odd 64-bit number nearest to 2^64 divided by the golden ratio, the increment of SplitMix64. */
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /**
     * Returns the seed of a named purpose.
     *
     * @param root root seed
     * @param purpose what it is used for
     */
    public static long split(long root, String purpose) {
        long mixed = mix(root);
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mix(mixed ^ purpose.charAt(i));
        }
        return mixed;
    }

    /**
     * Returns the seed of a numbered item.
     *
     * @param root seed of the purpose
     * @param item any number
     */
    public static long split(long root, long item) {
        return mix(root ^ mix(item + GOLDEN_GAMMA));
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): every output bit depends on every input bit. */
    private static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
