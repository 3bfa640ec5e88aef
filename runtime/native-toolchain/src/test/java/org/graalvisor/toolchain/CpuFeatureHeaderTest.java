package org.graalvisor.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuFeatureHeaderTest {
    private static final Path BUILDER = Path.of("target", "builder");

    @Test
    void readsTheFeaturesOfAllArchitecturesFromTheBuilder() {
        List<CpuFeatureHeader> headers = CpuFeatureHeader.readAll(BuilderJars.in(BUILDER).jar("svm"));
        assertThat(headers).extracting(CpuFeatureHeader::fileName).containsExactly("amd64cpufeatures.h",
                "aarch64cpufeatures.h",
                "riscv64cpufeatures.h");
        assertThat(headers.get(0).features()).contains("fAVX2", "fSSE4_2", "fPOPCNT").doesNotHaveDuplicates();
    }

    @Test
    void writesOneByteAFeatureInTheBuildersOrder() {
        assertThat(new CpuFeatureHeader("amd64", List.of("fA", "fB")).text()).isEqualTo("""
                /* One byte a feature, in the order of the builder's declaration. */
                typedef struct {
                    char fA;
                    char fB;
                } CPUFeatures;
                """);
    }
}
