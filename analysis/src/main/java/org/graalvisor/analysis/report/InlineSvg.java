package org.graalvisor.analysis.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SVG document as part of a page. */
final class InlineSvg {
    private static final Pattern ROOT = Pattern.compile("<svg\\b[^>]*>");
    private static final Pattern SIZE = Pattern.compile("viewBox=\"([^\"]+)\"");

    private InlineSvg() {}

    /**
     * Makes a document fit to stand between other documents: no prologue, identifiers that no other figure has, a size that
     * follows the page, a name for screen readers.
     *
     * @param document a whole SVG document
     * @param id prefix of its identifiers
     * @param title read out in place of the drawing
     */
    static String of(String document, String id, String title) {
        Matcher root = ROOT.matcher(document);
        if (!root.find()) {
            throw new IllegalArgumentException("No svg element in the drawing of " + id);
        }
        Matcher size = SIZE.matcher(root.group());
        String viewBox = size.find() ? size.group() : "";
        String content = document.substring(root.end())
                .replaceAll("\\bid=\"", "id=\"" + Matcher.quoteReplacement(id) + "-")
                .replaceAll("url\\(#", "url(#" + Matcher.quoteReplacement(id) + "-")
                .replaceAll("href=\"#", "href=\"#" + Matcher.quoteReplacement(id) + "-");
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\" aria-label=\""
                + Html.escape(title) + "\" " + viewBox + ">" + content;
    }
}
