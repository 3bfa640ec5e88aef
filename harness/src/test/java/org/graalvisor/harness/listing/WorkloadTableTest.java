package org.graalvisor.harness.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graalvisor.workloads.catalogue.Catalogue;
import org.graalvisor.workloads.catalogue.Description;
import org.graalvisor.workloads.catalogue.Need;
import org.graalvisor.workloads.catalogue.Workload;
import org.graalvisor.workloads.catalogue.code.JavaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadTableTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("graalvisor.root", "."), "docs/workloads.md");

    @TempDir
    private Path folder;

    @Test
    void theDocumentHasTheCatalogueAsItIs() {
        assertThat(GeneratedSection.read(DOCUMENT)).as("run: ./graalvisor list workloads --write docs/workloads.md")
                .isEqualTo(WorkloadTable.markdown(Catalogue.own()));
    }

    @Test
    void aWorkloadThatIsNotInIsolatesSaysWhy() {
        JavaCode code = new JavaCode("C", List.of(), List.of(), Optional.of("it needs AWT"));
        Workload workload = Workload.ofJava("awt", code, 1, Set.of(Need.FFMPEG), new Description("draws", "none", "`n`",
                "net", "it is drawn"), inputs -> {
                    throw new IllegalStateException("not asked for");
                });

        assertThat(WorkloadTable.markdown(List.of(workload))).last().isEqualTo(
                "| `awt` | Java | draws | none | `n` | `net` | ffmpeg; not in isolates: it needs AWT | it is drawn |");
        assertThat(WorkloadTable.text(List.of(workload), one -> "openwhisk-java")).containsExactly(
                "name  language  does   input  grants  needs   runs on",
                "awt   Java      draws  none   net     ffmpeg  openwhisk-java");
    }

    @Test
    void onlyTheLinesBetweenTheCommentsAreReplaced() throws IOException {
        Path document = folder.resolve("d.md");
        Files.write(document, List.of("before", GeneratedSection.BEGIN, "old", "old", GeneratedSection.END, "after"));

        GeneratedSection.write(document, List.of("new"));

        assertThat(Files.readAllLines(document)).containsExactly("before", GeneratedSection.BEGIN, "new",
                GeneratedSection.END, "after");
        assertThat(GeneratedSection.read(document)).containsExactly("new");
        Files.writeString(document, "nothing");
        assertThatThrownBy(() -> GeneratedSection.read(document)).hasMessageContaining("has no line '"
                + GeneratedSection.BEGIN);
        assertThatThrownBy(() -> GeneratedSection.read(folder.resolve("none"))).hasMessageContaining("cannot read");
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> new TextTable("a", "b").row("1")).hasMessage("a row needs 2 cells, not 1");
    }
}
