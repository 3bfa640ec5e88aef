package org.graalvisor.analysis.report;

import java.util.Collection;
import java.util.List;

/** Builds a page; every text is escaped unless the method's name says otherwise. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /**
     * @param markup inserted as it is
     */
    Html raw(String markup) {
        page.append(markup).append('\n');
        return this;
    }

    Html element(String name, String text) {
        return raw("<" + name + ">" + escape(text) + "</" + name + ">");
    }

    Html heading(int level, String id, String text) {
        return raw("<h" + level + " id=\"" + escape(id) + "\">" + escape(text) + "</h" + level + ">");
    }

    Html list(Collection<String> items) {
        raw("<ul>");
        items.forEach(item -> element("li", item));
        return raw("</ul>");
    }

    /** A table that scrolls sideways on a narrow screen instead of widening the page. */
    Html table(List<String> columns, List<List<String>> rows) {
        raw("<div class=\"wide\"><table>");
        StringBuilder head = new StringBuilder("<thead><tr>");
        columns.forEach(column -> head.append("<th scope=\"col\">").append(escape(column)).append("</th>"));
        raw(head.append("</tr></thead><tbody>").toString());
        for (List<String> row : rows) {
            StringBuilder cells = new StringBuilder("<tr>");
            row.forEach(cell -> cells.append("<td>").append(escape(cell)).append("</td>"));
            raw(cells.append("</tr>").toString());
        }
        return raw("</tbody></table></div>");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
