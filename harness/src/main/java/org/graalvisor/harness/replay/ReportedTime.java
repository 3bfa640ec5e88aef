package org.graalvisor.harness.replay;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds how long a function says that it ran. */
final class ReportedTime {
    private static final Pattern FIELD = Pattern.compile("\"exec_time_us\"\\s*:\\s*([0-9]{1,18})");

    private ReportedTime() {}

    static OptionalLong us(byte[] body) {
        Matcher matcher = FIELD.matcher(new String(body, StandardCharsets.UTF_8));
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
