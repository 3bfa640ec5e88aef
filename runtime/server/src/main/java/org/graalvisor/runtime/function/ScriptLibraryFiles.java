package org.graalvisor.runtime.function;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.LibraryLoader;
import org.graalvisor.isolate.UnloadableLibraryException;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;

/** Script libraries as files, as the toolchain builds them. */
public final class ScriptLibraryFiles implements ScriptLibraries {
    private final Map<ScriptLanguage, Path> files;
    private final LibraryLoader loader;
    private final Map<ScriptLanguage, FunctionLibrary> loaded = new EnumMap<>(ScriptLanguage.class);

    /**
     * @param files library of each language that is at hand
     * @param loader loads them
     */
    public ScriptLibraryFiles(Map<ScriptLanguage, Path> files, LibraryLoader loader) {
        this.files = Map.copyOf(files);
        this.loader = loader;
    }

    @Override
    public synchronized FunctionLibrary loaded(ScriptLanguage language) {
        FunctionLibrary library = loaded.get(language);
        if (library != null) {
            return library;
        }
        Path file = files.get(language);
        if (file == null) {
            throw refuse(language, "was started without a library for it; start it with --" + language.id()
                    + "-library FILE, after 'graalvisor build --languages " + language.id() + "'");
        }
        try {
            FunctionLibrary opened = loader.load(file);
            loaded.put(language, opened);
            return opened;
        } catch (UnloadableLibraryException e) {
            throw refuse(language, "cannot load " + file + ": " + e.getMessage());
        }
    }

    private static RequestException refuse(ScriptLanguage language, String reason) {
        return new RequestException(ErrorKind.BAD_REQUEST, "Field language: " + language.id() + ": this runtime "
                + reason);
    }
}
