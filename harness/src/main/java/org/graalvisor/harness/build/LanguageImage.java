package org.graalvisor.harness.build;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
 * The library of one script language, or of several together, as it is built here.
 *
 * @param definition what is built
 * @param supports the languages' own classes
 * @param jars regular expression of the jars of the languages and of what they need
 * @param neededBytes memory the builder needs: it peaked at 7.5 GB for JavaScript and 14.7 GB for Python
 */
record LanguageImage(LanguageLibrary definition, List<Class<? extends LanguageSupport>> supports, String jars,
        long neededBytes) {
    private static final String COMMON_JARS = "jackson-core|jmustache|regex|icu4j|xz|truffle-[a-z]+|polyglot|nativeimage|word|collections|jniutils";

    private static final LanguageImage JAVASCRIPT = of("libgraalvisor-js", List.of(JavaScriptSupport.class),
            "js-language", 8L,
            // A prepared context serves only contexts with the same options.
            List.of("-Dpolyglot.js.esm-eval-returns-exports=true", "-Dpolyglot.js.performance=true",
                    "-Dpolyglot.js.timer-resolution=1",
                    // Larger arrays get memory of their own that each collection gives back; by default from 128 KB,
                    // so that a body of 230 KB was mapped and paged in anew at each call (docs/script-functions.md).
                    "-H:LargeArrayThreshold=262144"));

    private static final LanguageImage PYTHON = of("libgraalvisor-python", List.of(PythonSupport.class),
            "python-language|python-resources|bcpkix-jdk18on|bcprov-jdk18on|bcutil-jdk18on|json|profiler-tool|truffle-nfi-panama",
            15L,
            // GraalPy asks for -Xms14g, which a machine with less memory than that refuses.
            List.of("-J-Xms1g", "-J-Xmx14g", "-H:MaxRuntimeCompileMethods=25000", "-H:+AddAllCharsets",
                    // The standard library lies beside the image, where GraalPy finds it.
                    "-H:+CopyLanguageResources", "--initialize-at-build-time=com.oracle.truffle.tools.profiler",
                    // Its features want a static libffi; native extensions are not supported in functions.
                    "--exclude-config=truffle-nfi.*jar,.*",
                    // GraalPy 25.0.3 on Truffle 25.0.4.
                    "-Dpolyglotimpl.DisableVersionChecks=true", "-Dpolyglot.python.PosixModuleBackend=java",
                    // As for JavaScript; GraalPy's arrays are larger, and larger chunks made its start faster as well.
                    "-H:AlignedHeapChunkSize=1048576", "-H:LargeArrayThreshold=524288"));

    /** For functions in two languages; GraalPy's limit of the heap is not enough for both. */
    private static final LanguageImage TOGETHER = of("libgraalvisor-js-python", List.of(JavaScriptSupport.class,
            PythonSupport.class), JAVASCRIPT.jars + "|" + PYTHON.jars, 18L, Stream.of(JAVASCRIPT.definition.options(),
                    PYTHON.definition.options(), List.of("-J-Xmx17g")).flatMap(List::stream).toList());

    /**
     * The library of some languages.
     *
     * @param languages at least one
     */
    static LanguageImage of(Set<ScriptLanguage> languages) {
        if (languages.size() > 1) {
            return TOGETHER;
        }
        return switch (languages.iterator().next()) {
            case JAVASCRIPT -> JAVASCRIPT;
            case PYTHON -> PYTHON;
        };
    }

    /**
     * The same library with fewer optimizations (-Ob), in half the build time: for developing, not for measuring. What the
     * just-in-time compiler makes of functions is the same.
     */
    LanguageImage quick() {
        List<String> options = Stream.concat(definition.options().stream(), Stream.of("-Ob")).toList();
        return new LanguageImage(new LanguageLibrary(definition.name(), definition.supportClasses(), options), supports,
                jars,
                neededBytes);
    }

    ImageRequest request() {
        List<Path> own = Stream.concat(supports.stream(), Stream.of(LanguageSupport.class, ScriptLanguage.class,
                FunctionHost.class)).map(JarOf::type).toList();
        Pattern pattern = Pattern.compile("(" + jars + "|" + COMMON_JARS + ")-\\d.*\\.jar");
        List<Path> needed = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1)).map(
                Path::of).filter(path -> path.getFileName() != null && pattern.matcher(path.getFileName().toString())
                        .matches())
                // The order is part of the image's name in the cache, and must not depend on where the jars lie.
                .sorted(Comparator.comparing(path -> path.getFileName().toString())).toList();
        return definition.request(Stream.concat(own.stream(), needed.stream()).toList());
    }

    private static LanguageImage of(String name, List<Class<? extends LanguageSupport>> supports, String jars,
            long gigabytes, List<String> options) {
        return new LanguageImage(new LanguageLibrary(name, supports.stream().map(Class::getName).toList(), options),
                supports, jars, gigabytes << 30);
    }
}
