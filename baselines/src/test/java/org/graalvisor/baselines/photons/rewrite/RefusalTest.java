package org.graalvisor.baselines.photons.rewrite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graalvisor.baselines.photons.FunctionCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            static native void n(); | class F, method n: native
            void m() { System.exit(1); } | class F, method m: calls java.lang.System.exit
            void m() { System.setProperty("a", "b"); } | java.lang.System.setProperty
            void m() { java.util.Locale.setDefault(java.util.Locale.US); } | java.util.Locale.setDefault
            void m() { Runtime.getRuntime().addShutdownHook(new Thread()); } | addShutdownHook
            void m() { System.loadLibrary("x"); } | loads native code
            void m() { java.util.List.of(1).parallelStream().count(); } | parallelStream
            void m() { java.util.stream.IntStream.range(0, 1).parallel().sum(); } | parallel
            void m() { java.util.concurrent.CompletableFuture.runAsync(() -> {}); } | CompletableFuture.runAsync
            void m() { java.util.concurrent.ForkJoinPool.commonPool(); } | commonPool
            void m() { java.util.function.IntConsumer c = System::exit; } | method m: refers to java.lang.System.exit
            protected void finalize() {} | class F, method finalize
            void m() { Thread.ofPlatform().inheritInheritableThreadLocals(false); } | inheritInheritableThreadLocals
            enum E { A; int count; } | enum F$E, field count
            enum E { A; final StringBuilder text = new StringBuilder(); } | enum F$E, constant A, field text
            enum E { A; final int own = Other.next(); } static class Other { static int n; static int next() { return n++; } } | enum F$E: creating its constants uses state that differs between invocations: static state of F$Other
            enum E { A; final int own = Integer.parseInt("x"); } | enum F$E: its constants cannot be created
            void photons$clinit() {} | the name is reserved
            """)
    void whatIsNotSupportedIsRefusedNamingClassAndMember(String member, String message) throws Exception {
        Path jar = FunctionCompiler.jar(directory, "public class F { public static String main(String json)"
                + " { return json; } " + member + " }");

        assertThatThrownBy(() -> FunctionImage.load(jar, "F#main")).isInstanceOf(UnsupportedFunctionException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            void m() { var lookup = java.lang.invoke.MethodHandles.lookup(); try { lookup.findStaticVarHandle(F.class, "x", int.class); } catch (Exception e) {} } static int x; | findStaticVarHandle
            void m() { try { java.lang.invoke.MethodHandles.lookup().defineClass(new byte[0]); } catch (Exception e) {} } | defineClass
            """)
    void whatReachesAroundTheRewritingIsRefused(String member, String message) throws Exception {
        whatIsNotSupportedIsRefusedNamingClassAndMember(member, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            F | has to be package.Class#method
            F# | has to be package.Class#method
            G#main | G
            F#other | class F has no public static String other
            F#wrong | class F has no public static String wrong
            """)
    void wrongEntryPointsAreRefused(String entryPoint, String message) throws Exception {
        Path jar = FunctionCompiler.jar(directory, "public class F { public static String main(String json)"
                + " { return json; } public static int wrong(String json) { return 1; } }");

        assertThatThrownBy(() -> FunctionImage.load(jar, entryPoint)).isInstanceOf(UnsupportedFunctionException.class)
                .hasMessageContaining(message);
    }

    @Test
    void filesThatAreNoJarOfClassesAreRefused() throws Exception {
        Path text = Files.writeString(directory.resolve("text.jar"), "just text");
        Path broken = Files.createDirectory(directory.resolve("broken"));
        Files.write(broken.resolve("F.class"), "no class".getBytes(StandardCharsets.UTF_8));
        Path old = Files.createDirectory(directory.resolve("old"));
        Files.write(old.resolve("F.class"), oldClass());
        Path empty = Files.createDirectory(directory.resolve("empty"));

        for (List<Object> each : List.<List<Object>>of(List.of(text, "no jar"), List.of(FunctionCompiler.pack(broken,
                directory.resolve("broken.jar")), "F.class is broken"), List.of(FunctionCompiler.pack(old, directory
                        .resolve("old.jar")), "has version 45"), List.of(FunctionCompiler.pack(empty, directory.resolve(
                                "empty.jar")), "no classes"))) {
            assertThatThrownBy(() -> FunctionImage.load((Path) each.getFirst(), "F#main")).isInstanceOf(
                    UnsupportedFunctionException.class).hasMessageContaining((String) each.getLast());
        }
    }

    private static byte[] oldClass() throws IOException {
        try (InputStream own = RefusalTest.class.getResourceAsStream("RefusalTest.class")) {
            byte[] current = own.readAllBytes();
            // Bytes 6 and 7 of a class file are its major version.
            current[7] = 45;
            return current;
        }
    }
}
