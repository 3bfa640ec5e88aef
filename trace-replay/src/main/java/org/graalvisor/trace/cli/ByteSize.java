package org.graalvisor.trace.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads sizes: a number of bytes, or one with k, m or g, which are powers of 1024. */
public final class ByteSize implements ITypeConverter<Long> {
    private static final String UNITS = "kmg";
    private static final int BITS_PER_UNIT = 10;

    @Override
    public Long convert(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int unit = lower.isEmpty() ? -1 : UNITS.indexOf(lower.charAt(lower.length() - 1));
        try {
            double number = Double.parseDouble(unit < 0 ? lower : lower.substring(0, lower.length() - 1));
            double bytes = number * (1L << (BITS_PER_UNIT * (unit + 1)));
            if (bytes >= 1 && bytes < Long.MAX_VALUE) {
                return (long) bytes;
            }
        } catch (NumberFormatException malformed) {
            // the same error as for a number out of range
        }
        throw new TypeConversionException("'" + text + "' is not a size above 0, for example 512m or 16g");
    }
}
