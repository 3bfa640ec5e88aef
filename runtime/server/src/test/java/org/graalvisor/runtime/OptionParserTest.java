package org.graalvisor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.graalvisor.runtime.openwhisk.ActionDialect;
import org.junit.jupiter.api.Test;

class OptionParserTest {

    @Test
    void flagsTakeValuesWithSpaceOrEquals() {
        RuntimeOptions options = parse("--port", "0", "--max-threads=7", "--single-function",
                "--cpu-limit", "500");
        assertThat(options.port()).isZero();
        assertThat(options.maxThreads()).isEqualTo(7);
        assertThat(options.singleFunction()).isTrue();
        assertThat(options.cpuLimit()).hasValue(500);
        assertThat(options.idleTtlMs()).isEqualTo(10_000);
    }

    private static RuntimeOptions parse(String... arguments) {
        return OptionParser.parse(arguments, Map.of());
    }

    @Test
    void thePortComesFromTheEnvironmentUnlessItIsGiven() {
        Map<String, String> knative = Map.of("PORT", "9090");
        assertThat(OptionParser.parse(new String[0], knative).port()).isEqualTo(9090);
        assertThat(OptionParser.parse(new String[]{"--port", "0"}, knative).port()).isZero();
        assertThat(OptionParser.parse(new String[0], Map.of("PORT", "")).port()).isEqualTo(8080);
        assertThatThrownBy(() -> OptionParser.parse(new String[0], Map.of("PORT", "web"))).isInstanceOf(
                UsageException.class).hasMessageContaining("$PORT").hasMessageContaining("web");
    }

    @Test
    void openWhisksProtocolNeedsALanguageAndOnlyIt() {
        assertThat(parse("--protocol", "openwhisk", "--language", "python").action()).contains(ActionDialect.PYTHON);
        assertThat(parse("--protocol", "graalvisor").action()).isEmpty();
        assertThatThrownBy(() -> parse("--protocol", "openwhisk")).hasMessageContaining("--language");
        assertThatThrownBy(() -> parse("--language", "java")).hasMessageContaining("--protocol openwhisk");
        assertThatThrownBy(() -> parse("--protocol", "knative")).hasMessageContaining("knative");
        assertThatThrownBy(() -> parse("--protocol=openwhisk", "--language=ruby")).hasMessageContaining("ruby");
    }

    @Test
    void unknownFlagsNameTheNearest() {
        assertThatThrownBy(() -> parse("--prot", "1")).isInstanceOf(UsageException.class)
                .hasMessageContaining("--port");
        assertThatThrownBy(() -> parse("--idle-ttl")).hasMessageContaining("--idle-ttl-ms");
    }

    @Test
    void badValuesAreNamed() {
        assertThatThrownBy(() -> parse("--port", "99999")).hasMessageContaining("99999");
        assertThatThrownBy(() -> parse("--port", "web")).hasMessageContaining("web");
        assertThatThrownBy(() -> parse("--port")).hasMessageContaining("needs a value");
    }

    @Test
    void everyFlagIsInTheHelp() {
        assertThat(OptionParser.HELP).contains("--host", "--port", "--max-threads", "--idle-ttl-ms",
                "--default-timeout-ms", "--max-body-bytes", "--linger-micros",
                "--grace-ms", "--cpu-limit", "--single-function", "--protocol", "--language",
                "--action-memory-bytes", "--hosted", "--help");
    }
}
