package org.graalvisor.workloads.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void namesAreUniqueAndFound() {
        List<String> names = Catalogue.all().stream().map(Workload::name).toList();

        assertThat(names).doesNotHaveDuplicates().contains("helloworld", "helloworld-js", "helloworld-python");
        assertThat(names).allSatisfy(name -> assertThat(Catalogue.find(name)).map(Workload::name).hasValue(name));
        assertThat(Catalogue.find("none")).isEmpty();
    }

    @Test
    void aFunctionOfSeveralSourcesIsAnArchiveWithAMainFile() throws IOException {
        Workload workload = Catalogue.find("dynamic-html-js").orElseThrow();
        List<String> names = new ArrayList<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(workload.code()))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                names.add(entry.getName());
            }
        }

        assertThat(names).containsExactly("main.js", "mustache.js");
        assertThat(workload.code()).isEqualTo(workload.code());
    }

    @Test
    void everyScriptHasASourceAndAClassHasNone() {
        assertThat(Catalogue.all()).filteredOn(workload -> workload.language() != Language.JAVA).allSatisfy(
                workload -> assertThat(new String(workload.code(), StandardCharsets.ISO_8859_1))
                        .contains(workload.entryPoint()));
        assertThatThrownBy(() -> Catalogue.find("helloworld").orElseThrow().code()).hasMessage(
                "helloworld is a class, not a script");
    }

    @Test
    void everyJavaFunctionNamesItsClass() {
        assertThat(Catalogue.all()).filteredOn(workload -> workload.language() == Language.JAVA).isNotEmpty()
                .allSatisfy(
                        workload -> assertThat(workload.javaCode().orElseThrow().entryPoint()).isEqualTo(workload
                                .entryPoint()));
    }

    @Test
    void anAnswerOfAnotherFunctionIsWrong() throws IOException {
        try (Inputs inputs = new Inputs(7)) {
            for (Workload workload : Catalogue.all().stream().filter(one -> !one.name().startsWith("helloworld"))
                    .filter(one -> one.unavailable().isEmpty()).toList()) {
                assertThat(workload.prepare(inputs).check().problem("{\"result\":\"Hello World!\"}")).as(workload
                        .name()).isPresent();
            }
        }
    }

    @Test
    void aProviderAddsWorkloadsAndMayNotReuseAName() {
        Workload own = Catalogue.find("helloworld").orElseThrow();
        Workload other = new Workload("other", own.language(), own.description(), own.entryPoint(), own.sources(), own
                .javaCode(), own.memoryBytes(), own.needs(), own.preparation());

        assertThat(Catalogue.with(List.of(() -> List.of(other)))).contains(other).containsAll(Catalogue.own());
        assertThatThrownBy(() -> Catalogue.with(List.of(() -> List.of(own)))).hasMessage(
                "two workloads are called 'helloworld'; rename the one of the plug-in");
    }

    @Test
    void inputsAreMadeOnceAndEndWithTheirOwner() throws IOException {
        Path documents;
        try (Inputs inputs = new Inputs(7); Inputs same = new Inputs(7); Inputs other = new Inputs(8)) {
            documents = inputs.documents();

            assertThat(inputs.documents()).isEqualTo(documents).isDirectory();
            assertThat(inputs.objectSha256()).isEqualTo(same.objectSha256()).isNotEqualTo(other.objectSha256());
        }
        assertThat(Files.exists(documents.getParent())).isFalse();
    }
}
