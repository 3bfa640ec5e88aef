package org.graalvisor.harness.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.harness.time.SystemClock;
import org.junit.jupiter.api.Test;

class PlatformPluginsTest {
    private static final PlatformTools TOOLS = new PlatformTools(new DirectoryArtifacts(Path.of(".")),
            ExecutableFinder.ofThisMachine(), JavaInstallation.ofThisProcess(), 1_000);
    private static final List<Platform> OWN = List.of(InProcessPlatform.answeringAtOnce(new SystemClock()));

    @Test
    void aProviderIsGivenToolsAndItsPlatformsFollow() {
        List<Platform> all = PlatformPlugins.with(OWN, List.of(tools -> List.of(new ProcessPlatform(new JvmHello(tools
                .java()), tools.invocationTimeoutMs()))), TOOLS);

        assertThat(all).extracting(Platform::name).containsExactly("null", "jvm-hello");
    }

    @Test
    void twoPlatformsOfOneNameAreAnError() {
        assertThatThrownBy(() -> PlatformPlugins.with(OWN, List.of(tools -> OWN), TOOLS)).isInstanceOf(
                ConfigurationException.class).hasMessageContaining("two platforms are called 'null'");
    }
}
