package org.graalvisor.baselines.openwhisk.conformance;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.graalvisor.baselines.scratch.ScratchDirectory;

/** Compiles the suite's Java actions. All of them are in one jar; the entry point tells which one is meant. */
public final class JavaFixtures {
    private static final List<String> CLASSES = List.of("Echo", "LoggedEcho", "NonObject", "Text", "Unicode",
            "EnvironmentAtLoad", "Activation", "Throws", "Sleeper", "ObjectEcho", "ArrayEcho", "Exits",
            "ContextLoader");

    private Optional<byte[]> compiled = Optional.empty();

    /**
     * The jar of all Java actions, class files of Java 25; compiled when first asked for.
     *
     * @throws IOException when this is no JDK or its temporary directory is full
     */
    public synchronized byte[] jar() throws IOException {
        if (compiled.isEmpty()) {
            compiled = Optional.of(compile());
        }
        return compiled.get().clone();
    }

    private static byte[] compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("this Java has no compiler; use a JDK 25");
        }
        try (ScratchDirectory scratch = ScratchDirectory.create("conformance-");
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = new ArrayList<>();
            for (String name : CLASSES) {
                sources.add(Files.writeString(scratch.path().resolve(name + ".java"), Fixtures.text("java/" + name
                        + ".java")));
            }
            Path output = Files.createDirectory(scratch.path().resolve("classes"));
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
            StringWriter messages = new StringWriter();
            List<String> options = List.of("-d", output.toString(), "-cp", gson(), "-encoding", "UTF-8", "-proc:none");
            if (!compiler.getTask(messages, files, null, options, null, units).call()) {
                throw new IOException(messages.toString());
            }
            return ZipBytes.of(classFiles(output));
        }
    }

    private static Map<String, byte[]> classFiles(Path directory) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        List<Path> found;
        try (Stream<Path> listed = Files.list(directory)) {
            found = listed.toList();
        }
        for (Path file : found) {
            contents.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return contents;
    }

    private static String gson() throws IOException {
        try {
            return Path.of(JsonObject.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IOException("cannot tell where Gson was loaded from", e);
        }
    }
}
