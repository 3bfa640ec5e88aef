package org.graalvisor.workloads.catalogue.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.graalvisor.program.Grants;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.script.helper.HostApi;
import org.graalvisor.script.python.PythonSupport;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The host API as Python sees it; how it looks to JavaScript is tested where it is written. */
@Tag("python")
class PythonHostApiTest {
    private static Context context;

    @BeforeAll
    static void start() {
        context = Context.newBuilder("python").option("engine.WarnInterpreterOnly", "false").allowIO(IOAccess.NONE)
                .allowHostAccess(HostAccess.newBuilder(HostAccess.NONE).allowBufferAccess(true).build()).build();
        context.getBindings("python").putMember("graalvisor", HostApi.of(Grants.parse(
                "helpers,run:printf,run:cat,read:/proc/self"), ScriptLanguage.PYTHON, new PythonSupport()::buffer)
                .orElseThrow());
        context.eval("python", """
                def error(call):
                    try:
                        return call()
                    except Exception as e:
                        return f"{type(e).__name__}: {e}"
                """);
    }

    @AfterAll
    static void stop() {
        context.close(true);
    }

    @Test
    void takesBytesOfAnyShapeAndStrings() {
        String ofAbc = "900150983cd24fb0d6963f7d28e17f72";

        assertThat(text("graalvisor.hash('MD5', b'abc')")).isEqualTo(ofAbc);
        assertThat(text("graalvisor.hash('MD5', bytearray(b'abc'))")).isEqualTo(ofAbc);
        assertThat(text("graalvisor.hash('MD5', memoryview(b'xabcx')[1:4])")).isEqualTo(ofAbc);
        assertThat(text("graalvisor.hash('MD5', 'abc')")).isEqualTo(ofAbc);
    }

    @Test
    void givesBytesOfItsOwn() {
        assertThat(text("repr(graalvisor.run(['cat'], bytes([0, 127, 128, 255])).output)")).isEqualTo(
                "b'\\x00\\x7f\\x80\\xff'");
        assertThat(text("str(graalvisor.run(['printf', '%s', 'é']).output, 'utf-8')")).isEqualTo("é");
    }

    @Test
    void listsAreIterable() {
        assertThat(text("str('status' in list(graalvisor.file.list('/proc/self')))")).isEqualTo("True");
    }

    @Test
    void errorsAreExceptionsOfItsOwn() {
        assertThat(text("error(lambda: graalvisor.hash('MD5', 1.5))")).isEqualTo(
                "RuntimeError: graalvisor.hash: the argument 'bytes' has to be bytes or a string, not 1.5");
        assertThat(text("error(lambda: graalvisor.http.get(''))")).isEqualTo(
                "RuntimeError: graalvisor.http is not granted: register the function with allow=net");
        assertThat(text("error(lambda: graalvisor.exec)")).startsWith("AttributeError");
    }

    @Test
    void seesOnlyWhatIsGranted() {
        assertThat(text("' '.join(name for name in dir(graalvisor) if not name.startswith('_'))")).isEqualTo(
                "file hash image run template");
    }

    private static String text(String expression) {
        return context.eval("python", expression).asString();
    }
}
