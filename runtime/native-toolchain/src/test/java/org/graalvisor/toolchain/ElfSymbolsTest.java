package org.graalvisor.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElfSymbolsTest {

    @Test
    void listsExportedFunctionsWithoutTheLinkersOwn() {
        // Lines of nm -D --defined-only on libnet.so and libjava.so of Temurin 25.0.3.
        String output = """
                0000000000003f80 T JNI_OnLoad@@SUNWprivate_1.1
                0000000000005000 T Java_java_net_Inet4Address_init
                000000000000a8b0 T NET_Bind
                000000000000ab10 T _fini
                0000000000011010 B some_variable
                0000000000012ab0 T jio_fprintf
                """;
        assertThat(ElfSymbols.defined(output.lines())).containsExactly("Java_java_net_Inet4Address_init", "NET_Bind");
    }

    @Test
    void listsImportedNamesWithoutTheirVersions() {
        String output = """
                                 U JNU_ThrowByName
                                 U JVM_NanoTime@SUNWprivate_1.1
                                 w __gmon_start__
                                 U getenv@GLIBC_2.2.5
                """;
        assertThat(ElfSymbols.undefined(output.lines())).containsExactly("JNU_ThrowByName", "JVM_NanoTime",
                "__gmon_start__",
                "getenv");
    }
}
