package org.graalvisor.script.python;

import com.oracle.graal.python.runtime.PythonContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;

/**
 * Imports modules of the standard library into a context that is prepared while an image is built, since reading them takes
 * hundreds of milliseconds.
 */
final class StandardLibrary {
    private static final String ID = "python";

    private StandardLibrary() {}

    static void prepare(Context context) {
        try {
            String home = PythonContext.get(null).getEnv().getInternalResource("python-home").getAbsoluteFile()
                    .getPath();
            // As text, since values cannot be handed to a context that is being prepared.
            String call = "prepare('" + home.replace("\\", "\\\\").replace("'", "\\'") + "/lib/python3.12')\n";
            context.eval(Source.newBuilder(ID, program() + call, "prepare.py").internal(true).buildLiteral());
        } catch (IOException e) {
            throw new UncheckedIOException("the standard library is a resource of python-resources", e);
        }
    }

    private static String program() throws IOException {
        try (InputStream stream = StandardLibrary.class.getResourceAsStream("prepare.py")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
