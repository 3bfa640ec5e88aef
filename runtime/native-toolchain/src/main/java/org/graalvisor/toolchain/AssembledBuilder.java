package org.graalvisor.toolchain;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Drives the builder's jars on a stock JDK, doing what the {@code native-image} driver of a GraalVM does. */
record AssembledBuilder(Jdk jdk, BuilderJars jars, AssembledToolchain toolchain, long maxHeapBytes)
        implements
            ImageBuilder {
    private static final String BUILDER_MODULES = "org.graalvm.nativeimage.builder,org.graalvm.nativeimage.pointsto,"
            + "org.graalvm.nativeimage.objectfile,org.graalvm.nativeimage.base,jdk.graal.compiler,"
            + "org.graalvm.nativeimage.configure,org.graalvm.truffle.compiler,org.graalvm.truffle.runtime.svm,ALL-UNNAMED";

    @Override
    public String description() {
        String version = jars.jar("svm").getFileName().toString().replaceAll("^svm-|\\.jar$", "");
        return "Native Image builder " + version + " assembled on JDK " + jdk.version();
    }

    @Override
    public String fingerprint() {
        // Neither the memory of the machine nor the place of the checkout changes an image.
        List<String> words = virtualMachine(false).stream().filter(word -> !word.startsWith("-Xmx"))
                .map(word -> word.replace(jars.directory().toString(), "")).toList();
        return toolchain.fingerprint() + " " + new Hash().addAll(words).hex();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("JVMCI_VERSION_CHECK", "ignore");
    }

    @Override
    public List<String> command(ImageRequest request, Path output, Path work) {
        BuilderOptions options = new BuilderOptions();
        boolean truffle = request.options().contains(LanguageLibrary.TRUFFLE);
        for (Path entry : truffle ? withModules(request.classPath()) : request.classPath()) {
            if (LanguageLibrary.isConfigurationExcluded(request.options(), entry)) {
                continue;
            }
            for (ImageProperties properties : ImageProperties.read(entry)) {
                properties.args().forEach(option -> options.add(option, entry.toString()));
                options.virtualMachine().addAll(properties.javaArgs());
            }
        }
        request.options().forEach(option -> options.add(option, ""));

        List<String> words = new ArrayList<>(virtualMachine(truffle));
        words.addAll(options.virtualMachine());
        words.addAll(List.of("--module",
                "org.graalvm.nativeimage.builder/com.oracle.svm.hosted.NativeImageGeneratorRunner"));
        words.addAll(builder(request, options, output, work));
        return List.of(toolchain.javaHome().resolve("bin/java").toString(), "@" + argumentFile(work, words));
    }

    /** The builder's own jars of Truffle and the SDK ask for features too, as they would on a class path. */
    private List<Path> withModules(List<Path> classPath) {
        return Stream.concat(LanguageLibrary.ON_MODULE_PATH.stream().map(jars::jar), classPath.stream()).toList();
    }

    private List<String> virtualMachine(boolean truffle) {
        List<String> words = new ArrayList<>(List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI",
                "-XX:-UseJVMCICompiler", "-XX:+UseParallelGC", "-Xss10m", "-Xmx" + (maxHeapBytes >> 20) + "m",
                "-Dorg.graalvm.nativeimage.imagecode=buildtime", "-Dcom.oracle.graalvm.isaot=true",
                "-Djava.system.class.loader=com.oracle.svm.hosted.NativeImageSystemClassLoader",
                "-Dsubstratevm.HostLibC=glibc", "-Dsubstratevm.IgnoreGraalVersionCheck=true",
                "-Dorg.graalvm.version=25.0.4", "-Dorg.graalvm.vendor=Community", "-Dgraalvm.locatorDisabled=true",
                "-Djdk.internal.lambda.disableEagerInitialization=true",
                "-Djdk.internal.lambda.eagerlyInitialize=false",
                "-Djava.lang.invoke.InnerClassLambdaMetafactory.initializeLambdas=false",
                "-Dtruffle.TrustAllTruffleRuntimeProviders=true", "-Dgraalvm.ForcePolyglotInvalid=" + !truffle));
        if (truffle) {
            words.add("-Dtruffle.TruffleRuntime=com.oracle.svm.truffle.api.SubstrateTruffleRuntime");
        }
        words.addAll(List.of("--upgrade-module-path", jars.compiler().toString(), "--module-path", join(jars
                .modulePath()),
                "--add-modules=ALL-DEFAULT,org.graalvm.truffle.runtime.svm,org.graalvm.truffle.runtime",
                "--enable-native-access=org.graalvm.nativeimage.builder",
                "--add-opens=org.graalvm.polyglot/org.graalvm.polyglot=org.graalvm.truffle",
                "--add-exports=org.graalvm.nativeimage/org.graalvm.nativeimage.impl=ALL-UNNAMED",
                "--add-exports=org.graalvm.nativeimage.base/com.oracle.svm.util=org.graalvm.nativeimage.configure"));
        words.addAll(openJdkModules());
        return words;
    }

    private static Stream<String> packages(ModuleReference module) {
        return module.descriptor().packages().stream().sorted().map(name -> module.descriptor().name() + "/" + name);
    }

    /** The builder looks into every package of the JDK it makes an image of. */
    private static List<String> openJdkModules() {
        return resolvedModules().stream().filter(module -> !module.descriptor().name().equals("jdk.graal.compiler"))
                .flatMap(AssembledBuilder::packages).sorted().flatMap(name -> Stream
                        .of("--add-exports=" + name + "=" + BUILDER_MODULES, "--add-opens=" + name + "="
                                + BUILDER_MODULES))
                .toList();
    }

    /** What {@code --add-modules=ALL-DEFAULT} and the builder's own requirements resolve; see JEP 261. */
    private static List<ModuleReference> resolvedModules() {
        ModuleFinder system = ModuleFinder.ofSystem();
        List<String> roots = system.findAll().stream().map(ModuleReference::descriptor)
                .filter(module -> module.name().equals("jdk.internal.vm.ci")
                        || (!module.name().startsWith("jdk.incubator") && module.exports().stream().anyMatch(
                                export -> !export.isQualified())))
                .map(ModuleDescriptor::name).toList();
        return Configuration.empty().resolve(system, ModuleFinder.of(), roots).modules().stream().map(
                ResolvedModule::reference)
                .toList();
    }

    private List<String> builder(ImageRequest request, BuilderOptions options, Path output, Path work) {
        List<String> words = new ArrayList<>(List.of("-imagecp", join(request.classPath()),
                "-H:+UnlockExperimentalVMOptions", "-H:Path=" + output, "-H:TempDirectory=" + work,
                "-H:CLibraryPath=" + toolchain.cLibraryPath(), "-H:-UseContainerSupport",
                "-H:NativeLinkerOption=-Wl,-z,defs",
                "-H:ImageBuildID=" + UUID.nameUUIDFromBytes(request.toString().getBytes(StandardCharsets.UTF_8))));
        if (request.kind() == ImageRequest.Kind.SHARED_LIBRARY) {
            words.addAll(List.of("-H:+SharedLibrary", "-H:Name=" + request.name()));
        } else {
            words.addAll(List.of("-H:Name=" + request.name(), "-H:Class=" + request.mainClass()));
        }
        words.addAll(options.builder());
        return words;
    }

    private static String join(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Java's argument files read a quoted word a line, with backslashes escaped. */
    private static Path argumentFile(Path work, List<String> words) {
        Path file = work.resolve("builder.arguments");
        try {
            Files.createDirectories(work);
            Files.write(file, words.stream().map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .toList());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
