package org.graalvisor.trace.cli;

import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.model.MinuteWindow;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads windows such as 701-710. */
final class WindowText implements ITypeConverter<MinuteWindow> {
    @Override
    public MinuteWindow convert(String text) {
        try {
            return MinuteWindow.parse(text);
        } catch (TraceException unusable) {
            throw new TypeConversionException(unusable.getMessage());
        }
    }
}
