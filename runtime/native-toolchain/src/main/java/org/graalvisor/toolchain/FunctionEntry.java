package org.graalvisor.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The entry point of a Java function: a public static method that takes and returns a JSON string.
 *
 * @param className such as {@code com.example.Hello}
 * @param method such as {@code main}
 */
public record FunctionEntry(String className, String method) {
    private static final String DESCRIPTOR = "(Ljava/lang/String;)Ljava/lang/String;";

    /**
     * Reads the form used on the command line.
     *
     * @param text such as {@code com.example.Hello#main}
     * @throws ToolchainException when it has another form
     */
    public static FunctionEntry parse(String text) {
        int hash = text.indexOf('#');
        if (hash < 1 || hash == text.length() - 1) {
            throw new ToolchainException("the entry point '" + text + "' is not of the form com.example.Hello#main");
        }
        return new FunctionEntry(text.substring(0, hash), text.substring(hash + 1));
    }

    @Override
    public String toString() {
        return className + "#" + method;
    }

    String internalClassName() {
        return className.replace('.', '/');
    }

    /**
     * Checks that the method exists and can be called.
     *
     * @throws ToolchainException naming what was found instead
     */
    void requireIn(List<Path> classPath) {
        String file = internalClassName() + ".class";
        ClassModel model = classPath.stream().flatMap(entry -> bytes(entry, file).stream()).findFirst()
                .map(bytes -> ClassFile.of().parse(bytes))
                .orElseThrow(() -> new ToolchainException("no class " + className + " in " + classPath));
        boolean found = model.methods().stream().anyMatch(candidate -> candidate.methodName().equalsString(method)
                && candidate.methodType().equalsString(DESCRIPTOR) && candidate.flags().has(AccessFlag.STATIC)
                && candidate.flags().has(AccessFlag.PUBLIC));
        if (!found || !model.flags().has(AccessFlag.PUBLIC)) {
            String methods = model.methods().stream().map(candidate -> candidate.methodName().stringValue() + candidate
                    .methodType().stringValue())
                    .collect(Collectors.joining(", "));
            throw new ToolchainException("class " + className + " has to be public with a method 'public static String "
                    + method + "(String)'; its methods are: " + methods);
        }
    }

    private static Optional<byte[]> bytes(Path classPathEntry, String file) {
        try {
            if (Files.isDirectory(classPathEntry)) {
                Path path = classPathEntry.resolve(file);
                return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
            }
            try (ZipFile jar = new ZipFile(classPathEntry.toFile())) {
                ZipEntry entry = jar.getEntry(file);
                if (entry == null) {
                    return Optional.empty();
                }
                try (InputStream input = jar.getInputStream(entry)) {
                    return Optional.of(input.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new ToolchainException("cannot read the jar " + classPathEntry + ": " + e.getMessage(), e);
        }
    }
}
