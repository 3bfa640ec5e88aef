package org.graalvisor.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BuilderOptionsTest {
    private final BuilderOptions options = new BuilderOptions();

    @Test
    void translatesPublicOptionsToThoseOfTheBuilder() {
        options.add("--features=a.B,c.D", "some.jar");
        options.add("--initialize-at-build-time=org.one,org.two", "some.jar");
        options.add("--initialize-at-run-time=org.three", "some.jar");
        options.add("--enable-url-protocols=http", "");
        options.add("-march=x86-64-v3", "");
        options.add("-Ob", "");
        assertThat(options.builder()).containsExactly("-H:Features=a.B,c.D",
                "-H:ClassInitialization=org.one:build_time,org.two:build_time",
                "-H:ClassInitialization=org.three:run_time",
                "-H:EnableURLProtocols=http", "-H:MicroArchitecture=x86-64-v3", "-H:Optimize=b");
        assertThat(options.virtualMachine()).isEmpty();
    }

    @Test
    void buildTimeInitializationWithoutNamesMeansEverything() {
        options.add("--initialize-at-build-time", "");
        assertThat(options.builder()).containsExactly("-H:ClassInitialization=:build_time");
    }

    @Test
    void passesHostedAndRuntimeOptionsOnAsTheyAre() {
        options.add("-H:+RelativeCodePointers", "");
        options.add("-R:MaxNewSize=4m", "");
        assertThat(options.builder()).containsExactly("-H:+RelativeCodePointers", "-R:MaxNewSize=4m");
    }

    @Test
    void givesPropertiesExportsAndJavaOptionsToTheVirtualMachine() {
        options.add("-Da=b", "");
        options.add("--add-exports=m/p=ALL-UNNAMED", "");
        options.add("-J-Xss2m", "");
        assertThat(options.virtualMachine()).containsExactly("-Da=b", "--add-exports=m/p=ALL-UNNAMED", "-Xss2m");
    }

    @Test
    void refusesAnUnknownOptionNamingItAndWhereItWasRead() {
        assertThatThrownBy(() -> options.add("--no-such-option=1", "some.jar")).isInstanceOf(ToolchainException.class)
                .hasMessageContaining("--no-such-option=1").hasMessageContaining("some.jar");
    }
}
