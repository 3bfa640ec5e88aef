package org.graalvisor.harness.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** When each request of an open loop is to be sent; fixed, and known by its hash, before the run. */
public final class Schedule {
    private static final double NS_PER_SECOND = 1e9;

    private final long[] intendedNs;

    private Schedule(long[] intendedNs) {
        this.intendedNs = intendedNs;
    }

    /**
     * Requests at equal distances.
     *
     * @param ratePerSecond requests per second, above 0
     * @param durationNs length in nanoseconds
     */
    public static Schedule constant(double ratePerSecond, long durationNs) {
        int count = (int) Math.floor(durationNs * ratePerSecond / NS_PER_SECOND);
        return new Schedule(LongStream.range(0, count).map(index -> (long) (index * NS_PER_SECOND / ratePerSecond))
                .toArray());
    }

    /**
     * Independent requests (a Poisson process).
     *
     * @param ratePerSecond mean requests per second, above 0
     * @param durationNs length in nanoseconds
     * @param seed seed of the arrivals
     */
    public static Schedule poisson(double ratePerSecond, long durationNs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] arrivals = new long[16];
        int count = 0;
        double atNs = -Math.log1p(-random.nextDouble()) * NS_PER_SECOND / ratePerSecond;
        while (atNs < durationNs) {
            if (count == arrivals.length) {
                arrivals = Arrays.copyOf(arrivals, count * 2);
            }
            arrivals[count++] = (long) atNs;
            atNs -= Math.log1p(-random.nextDouble()) * NS_PER_SECOND / ratePerSecond;
        }
        return new Schedule(Arrays.copyOf(arrivals, count));
    }

    /** Returns the number of requests. */
    public int size() {
        return intendedNs.length;
    }

    /**
     * Returns when a request is to be sent, in nanoseconds since the start of the load.
     *
     * @param index from 0
     */
    public long intendedNs(int index) {
        return intendedNs[index];
    }

    /** Returns the SHA-256 of all stamps as big-endian 64-bit numbers, in hexadecimal. */
    public String hash() {
        ByteBuffer bytes = ByteBuffer.allocate(intendedNs.length * Long.BYTES);
        bytes.asLongBuffer().put(intendedNs);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /**
     * Saves one stamp a line, in nanoseconds.
     *
     * @param file file to write
     * @throws IOException when it cannot be written
     */
    public void save(Path file) throws IOException {
        Files.write(file, LongStream.of(intendedNs).mapToObj(Long::toString).toList());
    }
}
