package org.graalvisor.isolate;

import java.nio.file.Path;

/** Loads the shared libraries of functions into this process. */
public interface LibraryLoader {

    /**
     * Loads a function's shared library and checks that it exports what docs/function-abi.md demands.
     *
     * @param library path of an ELF shared library for this machine's processor
     * @throws UnloadableLibraryException when it is no such library
     */
    FunctionLibrary load(Path library);
}
