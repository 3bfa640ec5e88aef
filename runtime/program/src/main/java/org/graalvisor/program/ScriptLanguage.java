package org.graalvisor.program;

import java.util.Arrays;
import java.util.Optional;

/** Languages of script functions. */
public enum ScriptLanguage {
    /** JavaScript, run by GraalJS. */
    JAVASCRIPT("javascript", "js", "main.js"),
    /** Python, run by GraalPy. */
    PYTHON("python", "python", "main.py");

    private final String id;
    private final String polyglotId;
    private final String mainFile;

    ScriptLanguage(String id, String polyglotId, String mainFile) {
        this.id = id;
        this.polyglotId = polyglotId;
        this.mainFile = mainFile;
    }

    /** The language's name in a registration. */
    public String id() {
        return id;
    }

    /** The language's name in the polyglot API. */
    public String polyglotId() {
        return polyglotId;
    }

    /** The file of an archive that is evaluated, and the name of a source that came alone. */
    public String mainFile() {
        return mainFile;
    }

    /**
     * The language of that name, if it is one of these.
     *
     * @param id as in a registration
     */
    public static Optional<ScriptLanguage> find(String id) {
        return Arrays.stream(values()).filter(language -> language.id.equals(id)).findFirst();
    }
}
