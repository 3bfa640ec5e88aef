package org.graalvisor.harness.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.graalvisor.baselines.openwhisk.ActionLanguage;
import org.graalvisor.baselines.openwhisk.conformance.ConformancePlatform;
import org.graalvisor.baselines.openwhisk.conformance.JavaFixtures;
import org.graalvisor.harness.build.ActionLibraries;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.build.Language;
import org.graalvisor.harness.platform.HostedRuntime;
import org.graalvisor.harness.platform.JavaInstallation;
import org.graalvisor.harness.platform.ServerCommand;
import org.graalvisor.toolchain.ToolchainException;

/** Graalvisor's drop-in mode for each language, natively and on HotSpot. */
public final class DropInPlatforms {
    private static final String NAME = "conformance";
    private static final Path NOTHING = Path.of("");

    private DropInPlatforms() {}

    /** The script languages on HotSpot; a compiled Java action needs an image, and so the native platform. */
    public static List<ConformancePlatform> hosted() {
        ServerCommand command = HostedRuntime.command(JavaInstallation.ofThisProcess());
        return Stream.of(ActionLanguage.JAVASCRIPT, ActionLanguage.PYTHON).<ConformancePlatform>map(
                language -> new DropInPlatform(new RuntimeProxy("graalvisor-hosted-" + language.label(), language,
                        Optional.empty(), command), NOTHING)).toList();
    }

    /**
     * All three languages in native isolates.
     *
     * @param images finds or builds what is needed
     * @param built languages whose images are built when they are missing; the others are unavailable then
     */
    public static List<ConformancePlatform> nativeOnes(Supplier<Images> images, Set<Language> built) {
        return Stream.of(Language.JAVA, Language.JS, Language.PYTHON).map(language -> nativeOne(images, language, built
                .contains(language))).toList();
    }

    private static ConformancePlatform nativeOne(Supplier<Images> images, Language language, boolean build) {
        ActionLanguage actions = switch (language) {
            case JS -> ActionLanguage.JAVASCRIPT;
            case PYTHON -> ActionLanguage.PYTHON;
            default -> ActionLanguage.JAVA;
        };
        String name = "graalvisor-" + actions.label();
        try {
            Optional<String> reason = build ? Optional.empty() : missing(images.get(), language);
            if (reason.isPresent()) {
                return unavailable(name, actions, reason.get());
            }
            RuntimeProxy proxy = new RuntimeProxy(name, actions, reason, command(images.get(), language));
            return new DropInPlatform(proxy, actions == ActionLanguage.JAVA ? javaActions(images.get()) : NOTHING);
        } catch (ToolchainException e) {
            return unavailable(name, actions, e.getMessage());
        }
    }

    private static ConformancePlatform unavailable(String name, ActionLanguage language, String reason) {
        return new DropInPlatform(new RuntimeProxy(name, language, Optional.of(reason), new ServerCommand(List.of(), Map
                .of())), NOTHING);
    }

    private static Optional<String> missing(Images images, Language language) {
        boolean ready = images.hasRuntime() && (language.scripts().isEmpty()
                ? withFixtures(jar -> new ActionLibraries(images).isCached(NAME, jar, List.of(), List.of()))
                : images.hasScriptLibrary(language.scripts()));
        return ready
                ? Optional.empty()
                : Optional.of("its native images are not built; --languages " + language + " builds them");
    }

    private static ServerCommand command(Images images, Language language) {
        List<String> words = new ArrayList<>(List.of(images.runtime().toString()));
        language.scripts().forEach(script -> words.addAll(List.of("--" + script.id() + "-library",
                images.scriptLibrary(script).toString())));
        return new ServerCommand(words, Map.of());
    }

    private static Path javaActions(Images images) {
        return withFixtures(jar -> new ActionLibraries(images).compile(NAME, jar, List.of(), List.of()));
    }

    private static <T> T withFixtures(Function<Path, T> use) {
        try {
            Path jar = Files.createTempFile("conformance-", ".jar");
            try {
                Files.write(jar, new JavaFixtures().jar());
                return use.apply(jar);
            } finally {
                Files.delete(jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compile the suite's actions in Java", e);
        }
    }
}
