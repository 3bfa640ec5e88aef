package org.graalvisor.isolate.nativeimage;

import java.nio.file.Path;
import org.graalvisor.isolate.ElfCheck;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.LibraryLoader;

/** Loads function libraries into a process that is itself a native image. */
public final class NativeLibraryLoader implements LibraryLoader {

    @Override
    public FunctionLibrary load(Path library) {
        ElfCheck.require(library, System.getProperty("os.arch"));
        long handle = DynamicLinker.open(library.toString());
        try {
            return new NativeFunctionLibrary(handle);
        } catch (RuntimeException e) {
            DynamicLinker.close(handle);
            throw e;
        }
    }
}
