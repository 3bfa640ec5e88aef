package org.graalvisor.baselines.photons;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles functions from source text. */
public final class FunctionCompiler {
    private static final Pattern TOP_LEVEL = Pattern.compile("(?:class|enum|interface|record) (\\w+)");

    private FunctionCompiler() {}

    /** A jar in a directory, made of one source file in the default package; the first type in it names it. */
    public static Path jar(Path directory, String source) throws IOException {
        Matcher type = TOP_LEVEL.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("no type in " + source);
        }
        Path classes = Files.createTempDirectory(directory, "classes");
        compile(Files.writeString(classes.resolve(type.group(1) + ".java"), source), classes);
        return pack(classes, Files.createTempFile(directory, "function", ".jar"));
    }

    private static void compile(Path source, Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(messages, files, null, List.of("-d", output.toString(), "-g",
                    "-proc:none"), null, files.getJavaFileObjects(source)).call();
            if (!compiled) {
                throw new IllegalArgumentException(messages.toString());
            }
        }
    }

    /** A jar of every class below some directories. */
    public static Path pack(Path directory, Path jar) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(file -> file.toString().endsWith(".class")).sorted().forEach(found::add);
        }
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : found) {
                output.putNextEntry(new JarEntry(directory.relativize(file).toString()));
                output.write(Files.readAllBytes(file));
                output.closeEntry();
            }
        }
        return jar;
    }
}
