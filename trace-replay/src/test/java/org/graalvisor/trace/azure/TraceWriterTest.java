package org.graalvisor.trace.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.generate.GeneratorParameters;
import org.graalvisor.trace.generate.TraceGenerator;
import org.graalvisor.trace.model.AzureTrace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceWriterTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        AzureTrace trace = TraceGenerator.generate(GeneratorParameters.published(60, 3), Progress.unheard());
        new TraceWriter(Progress.unheard()).write(trace, folder);

        AzureTrace read = TraceReaderTest.read(folder, "");

        assertThat(read.functions()).isEqualTo(trace.functions());
        assertThat(read.memory()).isEqualTo(trace.memory());
    }

    /** The published files write some whole numbers as 0.0; apart from that the bytes are the same. */
    @ParameterizedTest
    @ValueSource(strings = {"en-US", "tr-TR", "ar-EG-u-nu-arab"})
    void theOfficialLayoutIsWrittenInEveryLocale(String locale) throws IOException, URISyntaxException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Path captured = TraceReaderTest.captured();
        new TraceWriter(Progress.unheard()).write(TraceReaderTest.read(captured, "1"), folder);

        for (String prefix : new String[]{TraceFolder.INVOCATIONS, TraceFolder.DURATIONS, TraceFolder.MEMORY}) {
            assertThat(Files.readAllLines(folder.resolve(prefix + "01.csv")))
                    .containsExactlyInAnyOrderElementsOf(Files.readAllLines(captured.resolve(prefix + "01.csv"))
                            .stream()
                            .map(line -> line.replace(".0,", ",")).toList());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new TraceWriter(Progress.unheard())
                .write(TraceGenerator.generate(GeneratorParameters.published(1, 1), Progress.unheard()), file))
                .isInstanceOf(TraceException.class).hasMessageContaining("Cannot write the trace to " + file);
    }
}
