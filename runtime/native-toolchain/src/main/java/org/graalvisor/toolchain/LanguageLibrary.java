package org.graalvisor.toolchain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The shared library of one or more script languages: their engines, the just-in-time compiler and contexts that are ready for use.
 *
 * @param name of the library without ending
 * @param supportClasses that tell the script host about the languages
 * @param options further {@code native-image} options
 */
public record LanguageLibrary(String name, List<String> supportClasses, List<String> options) {
    /** Asks for Truffle, as the native-image driver's macro does. */
    static final String TRUFFLE = "--macro:truffle-svm";

    /** Artifacts that have to be in the boot layer of the assembled builder and nowhere else. */
    static final List<String> ON_MODULE_PATH = List.of("truffle-api", "truffle-runtime", "truffle-compiler", "polyglot",
            "nativeimage", "word", "collections", "jniutils");

    /**
     * {@code --exclude-config=jar,resource}: regular expressions of a class path entry and of the configuration in it to leave out,
     * as the option of the native-image driver of that name. The assembled builder leaves out all of a jar's.
     */
    private static final String EXCLUDE = "--exclude-config=";

    private static final List<String> COMMON = List.of(TRUFFLE, "-H:+UnlockExperimentalVMOptions",
            "--features=org.graalvisor.script.image.ScriptFeature",
            "--initialize-at-build-time=org.graalvisor",
            // The HTTP helper of functions that are granted the network.
            "--enable-url-protocols=http",
            // Code pointers in the image heap need no relocation, so its pages stay shared between isolates.
            "-H:+RelativeCodePointers",
            // No reference handler thread in each isolate; org.graalvisor.function.References does its work.
            "-R:-AutomaticReferenceHandling",
            // ScriptFeature prepares contexts inside Truffle.
            "--add-opens=org.graalvm.truffle/com.oracle.truffle.polyglot=ALL-UNNAMED",
            "--add-opens=org.graalvm.truffle/com.oracle.truffle.api.impl=ALL-UNNAMED",
            "--add-opens=org.graalvm.polyglot/org.graalvm.polyglot=ALL-UNNAMED",
            "--add-exports=org.graalvm.nativeimage.builder/com.oracle.svm.core=ALL-UNNAMED",
            "--add-exports=org.graalvm.nativeimage.builder/com.oracle.svm.core.c=ALL-UNNAMED",
            "--add-exports=org.graalvm.nativeimage.builder/com.oracle.svm.core.c.function=ALL-UNNAMED",
            "--add-exports=org.graalvm.nativeimage.builder/com.oracle.svm.core.graal.isolated=ALL-UNNAMED",
            "--add-exports=org.graalvm.nativeimage.builder/com.oracle.svm.core.heap=ALL-UNNAMED");

    public LanguageLibrary {
        supportClasses = List.copyOf(supportClasses);
        options = List.copyOf(options);
    }

    static boolean isConfigurationExcluded(List<String> options, Path entry) {
        return options.stream().filter(option -> option.startsWith(EXCLUDE)).map(option -> option.substring(EXCLUDE
                .length()).split(",", 2)[0]).anyMatch(jar -> entry.getFileName().toString().matches(jar));
    }

    /**
     * The image to build.
     *
     * @param classPath script host, language support and the language with all it needs; what belongs on the builder's
     *            module path is left out by a builder that has it already
     */
    public ImageRequest request(List<Path> classPath) {
        List<Path> entries = classPath.stream().filter(entry -> ON_MODULE_PATH.stream().noneMatch(artifact -> entry
                .getFileName().toString().matches(artifact + "-\\d.*\\.jar"))).toList();
        List<String> all = new ArrayList<>(COMMON);
        all.add("-Dgraalvisor.language=" + String.join(",", supportClasses));
        all.addAll(options);
        return new ImageRequest(name, ImageRequest.Kind.SHARED_LIBRARY, entries, "", all);
    }
}
