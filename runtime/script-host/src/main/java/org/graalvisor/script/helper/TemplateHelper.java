package org.graalvisor.script.helper;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;

/** Renders Mustache templates; text is escaped for HTML, what is missing is empty, as in mustache.js. */
final class TemplateHelper {
    private TemplateHelper() {}

    static String render(Arguments arguments) {
        String template = arguments.text(0, "text");
        String json = arguments.text(1, "jsonValues");
        try {
            return Mustache.compiler().defaultValue("").withCollector(new MapCollector()).compile(template).execute(
                    JsonTree.parse(json));
        } catch (IOException e) {
            throw new HelperException("the values are no JSON: " + e.getMessage());
        } catch (MustacheException e) {
            throw new HelperException("the template cannot be rendered: " + e.getMessage());
        }
    }
}
