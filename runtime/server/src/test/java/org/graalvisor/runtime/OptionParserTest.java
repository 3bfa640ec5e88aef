package org.graalvisor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionParserTest {

    @Test
    void flagsTakeValuesWithSpaceOrEquals() {
        RuntimeOptions options = OptionParser.parse(new String[]{"--port", "0", "--max-threads=7", "--single-function",
                "--cpu-limit", "500"});
        assertThat(options.port()).isZero();
        assertThat(options.maxThreads()).isEqualTo(7);
        assertThat(options.singleFunction()).isTrue();
        assertThat(options.cpuLimit()).hasValue(500);
        assertThat(options.idleTtlMs()).isEqualTo(10_000);
    }

    @Test
    void unknownFlagsNameTheNearest() {
        assertThatThrownBy(() -> OptionParser.parse(new String[]{"--prot", "1"})).isInstanceOf(UsageException.class)
                .hasMessageContaining("--port");
        assertThatThrownBy(() -> OptionParser.parse(new String[]{"--idle-ttl"})).hasMessageContaining("--idle-ttl-ms");
    }

    @Test
    void badValuesAreNamed() {
        assertThatThrownBy(() -> OptionParser.parse(new String[]{"--port", "99999"})).hasMessageContaining("99999");
        assertThatThrownBy(() -> OptionParser.parse(new String[]{"--port", "web"})).hasMessageContaining("web");
        assertThatThrownBy(() -> OptionParser.parse(new String[]{"--port"})).hasMessageContaining("needs a value");
    }

    @Test
    void everyFlagIsInTheHelp() {
        assertThat(OptionParser.HELP).contains("--host", "--port", "--max-threads", "--idle-ttl-ms",
                "--default-timeout-ms", "--max-body-bytes", "--linger-micros",
                "--grace-ms", "--cpu-limit", "--single-function", "--hosted", "--help");
    }
}
