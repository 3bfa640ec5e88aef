package org.graalvisor.baselines.openwhisk;

import com.google.gson.JsonObject;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvisor.baselines.openwhisk.hotspot.JavaActionProxy;

/** The proxy for Java: a HotSpot that runs {@link JavaActionProxy}. */
public final class JavaProxy implements ActionProxy {
    private final Path launcher;
    private final List<String> jvmOptions;

    /**
     * @param launcher the java command
     * @param jvmOptions options of the JVM, such as -Xmx128m
     */
    public JavaProxy(Path launcher, List<String> jvmOptions) {
        this.launcher = launcher;
        this.jvmOptions = List.copyOf(jvmOptions);
    }

    /** The proxy on the JVM this process runs on. */
    public static JavaProxy ofThisProcess() {
        return new JavaProxy(Path.of(System.getProperty("java.home"), "bin", "java"), List.of());
    }

    @Override
    public String name() {
        return "openwhisk-java";
    }

    @Override
    public ActionLanguage language() {
        return ActionLanguage.JAVA;
    }

    @Override
    public Optional<String> unavailable() {
        return Files.isExecutable(launcher)
                ? Optional.empty()
                : Optional.of(launcher + " is no executable; install a JDK 25");
    }

    /** Its class path holds two jars only, since every jar more would be opened at each cold start. */
    @Override
    public List<String> command(Path scratch, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(launcher.toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("--add-opens", "java.base/java.util=ALL-UNNAMED", "-Djava.io.tmpdir=" + scratch, "-cp",
                String.join(File.pathSeparator, location(JavaActionProxy.class), location(JsonObject.class)),
                JavaActionProxy.class.getName()));
        command.addAll(options);
        return List.copyOf(command);
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot tell where " + type.getName() + " was loaded from", e);
        }
    }
}
