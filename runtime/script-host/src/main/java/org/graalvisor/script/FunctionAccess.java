package org.graalvisor.script;

import java.nio.file.Path;
import org.graalvisor.program.Grants;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;

/** What of the outside world a function's context can reach through its language's own library. */
final class FunctionAccess {
    private FunctionAccess() {}

    static IOAccess of(Grants grants, ProgramFiles files) {
        boolean hasFiles = files.isArchive() || !grants.readable().isEmpty();
        if (!hasFiles && !grants.network()) {
            return IOAccess.NONE;
        }
        IOAccess.Builder builder = IOAccess.newBuilder().allowHostSocketAccess(grants.network());
        FileSystem readable = hasFiles
                ? new FunctionFileSystem(files, grants.readable().stream().map(Path::of).toList())
                : FileSystem.newDenyIOFileSystem();
        return builder.fileSystem(FileSystem.allowInternalResourceAccess(readable)).build();
    }
}
