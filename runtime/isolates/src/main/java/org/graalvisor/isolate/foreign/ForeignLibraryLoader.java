package org.graalvisor.isolate.foreign;

import java.nio.file.Path;
import org.graalvisor.isolate.ElfCheck;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.LibraryLoader;

/** Loads function libraries into a HotSpot process. */
public final class ForeignLibraryLoader implements LibraryLoader {

    @Override
    public FunctionLibrary load(Path library) {
        ElfCheck.require(library, System.getProperty("os.arch"));
        SystemLibrary loaded = SystemLibrary.open(library);
        try {
            return new ForeignFunctionLibrary(loaded);
        } catch (RuntimeException e) {
            loaded.close();
            throw e;
        }
    }
}
