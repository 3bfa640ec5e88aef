package org.graalvisor.hosted;

import java.nio.file.Path;
import java.util.Map;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.LibraryLoader;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.function.ScriptLibraries;
import org.graalvisor.runtime.function.ScriptLibraryFiles;
import org.graalvisor.script.javascript.JavaScriptSupport;
import org.graalvisor.script.python.PythonSupport;
import org.graalvm.polyglot.Engine;

/** Library files where the command line names them, and the languages of this process otherwise. */
final class HostedScriptLibraries implements ScriptLibraries {
    private final Map<ScriptLanguage, Path> files;
    private final ScriptLibraries fromFiles;

    HostedScriptLibraries(Map<ScriptLanguage, Path> files, LibraryLoader loader) {
        this.files = Map.copyOf(files);
        this.fromFiles = new ScriptLibraryFiles(files, loader);
    }

    @Override
    public FunctionLibrary loaded(ScriptLanguage language) {
        if (files.containsKey(language)) {
            return fromFiles.loaded(language);
        }
        if (Boolean.getBoolean(HostedMain.COMPILER_REQUIRED) && engineName().equals("Interpreted")) {
            throw new RequestException(ErrorKind.BAD_REQUEST, "Field language: " + language.id()
                    + ": this runtime was given a compiler for scripts and cannot use it; its error output says why");
        }
        return switch (language) {
            case JAVASCRIPT -> new HostedScriptLibrary(new JavaScriptSupport());
            case PYTHON -> new HostedScriptLibrary(new PythonSupport());
        };
    }

    private static String engineName() {
        try (Engine engine = Engine.create()) {
            return engine.getImplementationName();
        }
    }
}
