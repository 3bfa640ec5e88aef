package org.graalvisor.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's own options, with a JDK that only prints what it is called with. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of(System.getProperty("graalvisor.root", "."), "graalvisor");

    @TempDir
    private Path checkout;

    @BeforeEach
    void makeACheckoutThatIsBuilt() throws IOException {
        Path jdk = Files.createDirectories(checkout.resolve("jdk/bin"));
        script(jdk.resolve("java"), "printf '%s\\n' \"$@\"");
        script(jdk.resolve("javac"), "exit 1");
        Files.writeString(checkout.resolve("jdk/release"), "JAVA_VERSION=\"25.0.3\"\n");
        Path target = Files.createDirectories(checkout.resolve("harness/target"));
        Files.writeString(target.resolve("harness-0.1.0.jar"), "");
        Files.writeString(target.resolve(".built"), "");
        Files.copy(LAUNCHER, checkout.resolve("graalvisor"));
        Files.createDirectory(checkout.resolve("plug ins"));
    }

    @Test
    void pluginsJoinTheClassPathAndTheirOptionDisappears() throws Exception {
        String directory = checkout.resolve("plug ins").toString();
        String expected = ":" + checkout.resolve("harness/target/lib") + "/*:" + directory + "/*";

        for (List<String> arguments : List.of(List.of("--plugins", directory, "list"), List.of("--plugins="
                + directory, "list"))) {
            List<String> words = launch(Map.of(), arguments, 0);

            assertThat(words).anyMatch(word -> word.endsWith(expected)).endsWith("list").doesNotContain("--plugins");
        }
        assertThat(launch(Map.of("GRAALVISOR_PLUGINS", directory), List.of("list"), 0)).anyMatch(word -> word.endsWith(
                expected));
        assertThat(launch(Map.of(), List.of("list"), 0)).anyMatch(word -> word.endsWith("harness/target/lib/*"));
    }

    @Test
    void aMissingDirectoryIsWrongUsage() throws Exception {
        assertThat(launch(Map.of(), List.of("--plugins", "/nowhere", "list"), 2)).containsExactly(
                "graalvisor: the directory of plug-ins /nowhere does not exist; see --plugins and GRAALVISOR_PLUGINS.");
        assertThat(launch(Map.of(), List.of("--plugins"), 2)).containsExactly(
                "graalvisor: --plugins needs a directory with jars.");
    }

    private List<String> launch(Map<String, String> environment, List<String> arguments, int status) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", checkout.resolve("graalvisor").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("GRAALVISOR_PLUGINS");
        builder.environment().put("GRAALVISOR_JAVA_HOME", checkout.resolve("jdk").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(status);
        return output.lines().toList();
    }

    private static void script(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
