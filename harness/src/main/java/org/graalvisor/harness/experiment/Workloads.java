package org.graalvisor.harness.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.ReplyCheck;
import org.graalvisor.workloads.services.FileServer;

/**
 * The functions an experiment can run, with their arguments and correct replies. Services that a function needs are
 * started when it is first asked for and end with this object.
 */
public final class Workloads implements AutoCloseable {
    /** Names of all workloads. */
    public static final List<String> NAMES = List.of("helloworld", "filehashing");

    private static final long MEGABYTE = 1L << 20;

    private final long fileSeed;
    private Optional<FileServer> fileServer = Optional.empty();

    /**
     * Creates the catalogue.
     *
     * @param rootSeed root seed of the experiment
     */
    public Workloads(long rootSeed) {
        this.fileSeed = Seeds.split(rootSeed, Seeds.FILE_CONTENT);
    }

    /**
     * Returns a function.
     *
     * @param name one of {@link #NAMES}
     */
    public FunctionUnderTest function(String name) {
        return switch (name) {
            case "helloworld" -> function(name, "org.graalvisor.workloads.java.HelloWorld#main", 16 * MEGABYTE,
                    "{\"name\":\"World\"}", ReplyCheck.objectContaining("Hello World!"));
            case "filehashing" -> {
                FileServer server = fileServer();
                yield function(name, "org.graalvisor.workloads.java.FileHashing#main", 64 * MEGABYTE,
                        "{\"url\":\"" + server.url() + "\"}", ReplyCheck.objectContaining(server.md5()));
            }
            default -> throw new IllegalArgumentException("unknown workload " + name + "; known: " + NAMES);
        };
    }

    private static FunctionUnderTest function(String name, String entryPoint, long memoryBytes, String argumentJson,
            ReplyCheck check) {
        return new FunctionUnderTest(name, entryPoint, memoryBytes,
                new Invocation(name, argumentJson.getBytes(StandardCharsets.UTF_8)), check);
    }

    private FileServer fileServer() {
        if (fileServer.isEmpty()) {
            try {
                fileServer = Optional.of(new FileServer(FileServer.DEFAULT_FILE_BYTES, fileSeed));
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot start the file server at 127.0.0.1", failure);
            }
        }
        return fileServer.get();
    }

    @Override
    public void close() {
        fileServer.ifPresent(FileServer::close);
    }
}
