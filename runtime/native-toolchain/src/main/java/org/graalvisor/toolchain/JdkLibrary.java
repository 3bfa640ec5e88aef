package org.graalvisor.toolchain;

import java.nio.file.Path;
import java.util.List;

/**
 * A native library of the JDK that is turned into something an image can link statically, see jdk_libraries.h.
 *
 * @param name such as {@code net}
 * @param sharedObject the JDK's own file
 * @param rank 0 for the shim of libjvm, 1 for libjava and libnet, which others need, 2 for the rest
 * @param exports functions it exports
 */
record JdkLibrary(String name, Path sharedObject, int rank, List<String> exports) {

    /** The libraries that image builds of functions and of the runtime ask for; a JDK may lack some of them. */
    static final List<String> NAMES = List.of("java", "net", "nio", "zip", "extnet", "prefs", "jaas", "management",
            "management_ext");

    /** Assembler source (GNU syntax, x86-64): stubs, their table, the names, the bytes and the descriptor. */
    String assembly() {
        StringBuilder text = new StringBuilder(exports.size() * 160);
        text.append("    .text\n");
        for (int i = 0; i < exports.size(); i++) {
            String symbol = exports.get(i);
            text.append("    .globl ").append(symbol).append("\n    .hidden ").append(symbol)
                    .append("\n    .type ").append(symbol).append(", @function\n").append(symbol)
                    .append(":\n    jmp *table+").append(8L * i).append("(%rip)\n");
        }
        text.append("    .globl JNI_OnLoad_").append(name).append("\n    .hidden JNI_OnLoad_").append(name)
                .append("\n    .type JNI_OnLoad_").append(name).append(", @function\nJNI_OnLoad_").append(name)
                .append(":\n    movq %rsi, %rdx\n    movq %rdi, %rsi\n    movq on_load(%rip), %rdi\n    jmp jdk_library_on_load\n");
        text.append("    .bss\n    .balign 8\ntable:\n    .skip ").append(8L * exports.size()).append(
                "\non_load:\n    .skip 8\n");
        text.append("    .section .rodata\nname:\n    .asciz \"").append(name).append("\"\nsymbols:\n");
        exports.forEach(symbol -> text.append("    .asciz \"").append(symbol).append("\"\n"));
        text.append("    .byte 0\n    .balign 16\nbytes:\n    .incbin \"").append(sharedObject).append(
                "\"\nbytes_end:\n");
        text.append("    .section jdk_libraries, \"aw\"\n    .balign 8\n    .globl jdk_library_").append(name)
                .append("\n    .hidden jdk_library_").append(name).append("\njdk_library_").append(name)
                .append(":\n    .quad name, bytes, bytes_end - bytes, symbols, table, on_load, ").append(rank).append(
                        '\n');
        text.append("    .section .note.GNU-stack, \"\", @progbits\n");
        needs().forEach(other -> text.append("    .section .data.rel.ro, \"aw\"\n    .quad jdk_library_").append(other)
                .append('\n'));
        return text.toString();
    }

    /** Descriptors that must be linked whenever this library is, so that the linker pulls them out of the archive. */
    private List<String> needs() {
        return switch (name) {
            case "jvm" -> List.of();
            case "java" -> List.of("jvm");
            case "nio", "extnet" -> List.of("java", "net");
            default -> List.of("java");
        };
    }
}
