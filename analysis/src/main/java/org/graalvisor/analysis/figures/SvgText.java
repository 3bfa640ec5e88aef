package org.graalvisor.analysis.figures;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes the SVG writer's output small and repeatable. */
final class SvgText {
    /** A hundredth of a pixel is more than any screen or printer shows. */
    private static final Pattern NEEDLESS_DIGITS = Pattern.compile("(\\d\\.\\d\\d)\\d+");
    /** The library names clip paths by hash code. */
    private static final Pattern CLIP_NAME = Pattern.compile("\\bclip-?\\d+\\b");

    private SvgText() {}

    static String tidy(String document) {
        Map<String, String> names = new HashMap<>();
        String renamed = CLIP_NAME.matcher(document)
                .replaceAll(name -> names.computeIfAbsent(name.group(), hash -> "clip-" + (names.size() + 1)));
        return NEEDLESS_DIGITS.matcher(renamed).replaceAll("$1");
    }
}
