package org.graalvisor.baselines.photons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.graalvisor.baselines.photons.http.PhotonsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotonsOptionsTest {

    @Test
    void everyOptionIsRead() {
        PhotonsOptions options = PhotonsOptions.parse(new String[]{"--host", "::1", "--port", "1", "--max-threads", "2",
                "--default-timeout-ms", "3", "--max-body-bytes", "4", "--grace-ms", "5", "--end-with-stdin", "--help"});

        assertThat(options).isEqualTo(new PhotonsOptions("::1", 1, 5, true, true, new PhotonsSettings(2, 3, 4)));
    }

    @Test
    void defaultsAreThoseOfTheHelp() {
        PhotonsOptions options = PhotonsOptions.parse(new String[0]);

        assertThat(PhotonsOptions.HELP).contains("(" + options.host() + ")", "(" + options.port() + ")", "(" + options
                .graceMs() + ")", "(" + options.settings().maxThreads() + ")", "(" + options.settings()
                        .defaultTimeoutMs() + ")", "(" + options.settings().maxBodyBytes() + ")");
    }

    @ParameterizedTest
    @CsvSource({"--port,70000", "--port,x", "--max-threads,0", "--grace-ms,-1", "--nothing,1"})
    void wrongOptionsAreNamedWithTheirValue(String name, String value) {
        assertThatThrownBy(() -> PhotonsOptions.parse(new String[]{name, value})).isInstanceOf(
                IllegalArgumentException.class).hasMessageContaining(name);
    }
}
