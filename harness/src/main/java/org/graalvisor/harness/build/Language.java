package org.graalvisor.harness.build;

import java.util.Optional;
import org.graalvisor.program.ScriptLanguage;

/** Languages that can be chosen on the command line. */
public enum Language {
    /** Compiled ahead of time. */
    JAVA("java", Optional.empty()),
    /** JavaScript. */
    JS("js", Optional.of(ScriptLanguage.JAVASCRIPT)),
    /** Python. */
    PYTHON("python", Optional.of(ScriptLanguage.PYTHON));

    private final String id;
    private final Optional<ScriptLanguage> script;

    Language(String id, Optional<ScriptLanguage> script) {
        this.id = id;
        this.script = script;
    }

    /** The script language, unless it is Java. */
    public Optional<ScriptLanguage> script() {
        return script;
    }

    @Override
    public String toString() {
        return id;
    }
}
