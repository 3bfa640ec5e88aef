package org.graalvisor.harness.build;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.graalvisor.function.FunctionHost;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.script.LanguageSupport;
import org.graalvisor.script.javascript.JavaScriptSupport;
import org.graalvisor.script.python.PythonSupport;
import org.graalvisor.toolchain.ImageRequest;
import org.graalvisor.toolchain.LanguageLibrary;

/**
 * The library of one script language as it is built here.
 *
 * @param library what is built
 * @param support the language's own class
 * @param jars regular expression of the jars of the language and of what it needs
 * @param neededBytes memory the builder needs: it peaked at 7.5 GB for JavaScript and 14.7 GB for Python
 */
record LanguageImage(LanguageLibrary library, Class<? extends LanguageSupport> support, String jars, long neededBytes) {
    private static final String COMMON_JARS = "jackson-core|jmustache|regex|icu4j|xz|truffle-[a-z]+|polyglot|nativeimage|word|collections|jniutils";

    private static final LanguageImage JAVASCRIPT = of("libgraalvisor-js", JavaScriptSupport.class, "js-language", 8L,
            // A prepared context serves only contexts with the same options.
            List.of("-Dpolyglot.js.esm-eval-returns-exports=true", "-Dpolyglot.js.performance=true",
                    "-Dpolyglot.js.timer-resolution=1"));

    private static final LanguageImage PYTHON = of("libgraalvisor-python", PythonSupport.class,
            "python-language|python-resources|bcpkix-jdk18on|bcprov-jdk18on|bcutil-jdk18on|json|profiler-tool|truffle-nfi-panama",
            15L,
            // GraalPy asks for -Xms14g, which a machine with less memory than that refuses.
            List.of("-J-Xms1g", "-J-Xmx14g", "-H:MaxRuntimeCompileMethods=25000", "-H:+AddAllCharsets",
                    // The standard library lies beside the image, where GraalPy finds it.
                    "-H:+CopyLanguageResources", "--initialize-at-build-time=com.oracle.truffle.tools.profiler",
                    // Its features want a static libffi; native extensions are not supported in functions.
                    "--exclude-config=truffle-nfi.*jar,.*",
                    // GraalPy 25.0.3 on Truffle 25.0.4.
                    "-Dpolyglotimpl.DisableVersionChecks=true", "-Dpolyglot.python.PosixModuleBackend=java"));

    static LanguageImage of(ScriptLanguage language) {
        return switch (language) {
            case JAVASCRIPT -> JAVASCRIPT;
            case PYTHON -> PYTHON;
        };
    }

    /**
     * The same library with fewer optimizations (-Ob), in half the build time: for developing, not for measuring. What the
     * just-in-time compiler makes of functions is the same.
     */
    LanguageImage quick() {
        List<String> options = Stream.concat(library.options().stream(), Stream.of("-Ob")).toList();
        return new LanguageImage(new LanguageLibrary(library.name(), library.supportClass(), options), support, jars,
                neededBytes);
    }

    ImageRequest request() {
        List<Path> own = List.of(JarOf.type(support), JarOf.type(LanguageSupport.class), JarOf.type(
                ScriptLanguage.class), JarOf.type(FunctionHost.class));
        Pattern pattern = Pattern.compile("(" + jars + "|" + COMMON_JARS + ")-\\d.*\\.jar");
        List<Path> needed = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1)).map(
                Path::of).filter(path -> path.getFileName() != null && pattern.matcher(path.getFileName().toString())
                        .matches())
                .sorted().toList();
        return library.request(Stream.concat(own.stream(), needed.stream()).toList());
    }

    private static LanguageImage of(String name, Class<? extends LanguageSupport> support, String jars, long gigabytes,
            List<String> options) {
        return new LanguageImage(new LanguageLibrary(name, support.getName(), options), support, jars,
                gigabytes << 30);
    }
}
