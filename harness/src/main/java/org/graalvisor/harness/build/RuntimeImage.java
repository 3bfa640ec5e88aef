package org.graalvisor.harness.build;

import com.fasterxml.jackson.core.JsonFactory;
import java.nio.file.Path;
import java.util.List;
import org.graalvisor.isolate.LibraryLoader;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.runtime.RuntimeMain;
import org.graalvisor.toolchain.ImageRequest;

/** The native executable of the runtime with Java support only, GV-JV in the paper. */
final class RuntimeImage {
    private static final String MAIN = "org.graalvisor.runtime.main.NativeMain";

    /** Each was measured, see docs/runtime-cost.md. */
    private static final List<String> OPTIONS = List.of("--install-exit-handlers", "-H:+UnlockExperimentalVMOptions",
            "-H:+RelativeCodePointers", "-R:MaxNewSize=4m");

    private RuntimeImage() {}

    static ImageRequest request() {
        List<Path> classPath = List.of(JarOf.type(LibraryLoader.class), JarOf.type(RuntimeMain.class),
                JarOf.type(ScriptLanguage.class), JarOf.type(JsonFactory.class));
        return new ImageRequest("graalvisor-java", ImageRequest.Kind.EXECUTABLE, classPath, MAIN, OPTIONS);
    }
}
