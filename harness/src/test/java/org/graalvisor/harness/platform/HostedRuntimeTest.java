package org.graalvisor.harness.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HostedRuntimeTest {

    @Test
    void theCommandStartsWithTheAbsolutePathOfAVirtualMachine() {
        ServerCommand command = HostedRuntime.command(JavaInstallation.ofThisProcess());

        assertThat(Path.of(command.command().getFirst())).isAbsolute().isExecutable();
    }
}
