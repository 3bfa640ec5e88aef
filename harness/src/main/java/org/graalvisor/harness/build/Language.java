package org.graalvisor.harness.build;

import java.util.Set;
import org.graalvisor.program.ScriptLanguage;

/** Languages that can be chosen on the command line. */
public enum Language {
    /** Compiled ahead of time. */
    JAVA("java"),
    /** JavaScript. */
    JS("js"),
    /** Python. */
    PYTHON("python"),
    /** One library of both, for functions written in both. */
    JS_AND_PYTHON("js+python");

    private final String id;

    Language(String id) {
        this.id = id;
    }

    /** The script languages of its library; none for Java. */
    public Set<ScriptLanguage> scripts() {
        return switch (this) {
            case JAVA -> Set.of();
            case JS -> Set.of(ScriptLanguage.JAVASCRIPT);
            case PYTHON -> Set.of(ScriptLanguage.PYTHON);
            case JS_AND_PYTHON -> Set.of(ScriptLanguage.JAVASCRIPT, ScriptLanguage.PYTHON);
        };
    }

    @Override
    public String toString() {
        return id;
    }
}
