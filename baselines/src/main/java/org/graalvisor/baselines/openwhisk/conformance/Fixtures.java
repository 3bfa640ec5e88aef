package org.graalvisor.baselines.openwhisk.conformance;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.graalvisor.baselines.openwhisk.ActionLanguage;

/** The suite's own actions. */
final class Fixtures {
    private final JavaFixtures java = new JavaFixtures();

    ActionCode action(ActionLanguage language, String fixture, String function) throws IOException {
        return switch (language) {
            case JAVA -> ActionCode.archive(function.equals("main") ? fixture : fixture + "#" + function,
                    java.jar());
            case JAVASCRIPT -> new ActionCode(function, text("javascript/" + fixture + ".js"), false);
            case PYTHON -> new ActionCode(function, text("python/" + fixture + ".py"), false);
        };
    }

    /** A resource of this package. */
    static String text(String name) throws IOException {
        try (InputStream resource = Fixtures.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new FileNotFoundException("This build lacks the resource " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
