package org.graalvisor.baselines.photons.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.graalvisor.baselines.photons.rewrite.FunctionImage;
import org.graalvisor.baselines.photons.rewrite.UnsupportedFunctionException;

/** The one function of this process. */
final class Registration implements AutoCloseable {

    /**
     * A registered function.
     *
     * @param id its name
     * @param image its code
     * @param jar the file that resources are read from
     */
    private record Registered(String id, FunctionImage image, Path jar) {}

    private final Path directory;
    private volatile Optional<Registered> registered = Optional.empty();

    /**
     * @param directory where the function's jar is kept
     */
    Registration(Path directory) {
        this.directory = directory;
    }

    FunctionImage find(String id) throws RequestFailure {
        return registered.filter(function -> function.id().equals(id)).orElseThrow(() -> unknown(id)).image();
    }

    void checkFree(String id) throws RequestFailure {
        Optional<Registered> present = registered;
        if (present.isEmpty()) {
            return;
        }
        throw new RequestFailure(FailureKind.ALREADY_REGISTERED, present.get().id().equals(id)
                ? "Function " + id + " is already registered; deregister it first"
                : "Photons runs one function in a process and has one already; start another process for " + id);
    }

    synchronized void register(String id, String entryPoint, byte[] code) throws RequestFailure, IOException {
        checkFree(id);
        Path jar = Files.write(Files.createTempFile(directory, "function", ".jar"), code);
        try {
            registered = Optional.of(new Registered(id, FunctionImage.load(jar, entryPoint), jar));
        } catch (UnsupportedFunctionException e) {
            throw new RequestFailure(FailureKind.UNLOADABLE_CODE, "The code of function " + id + " cannot be loaded: "
                    + e.getMessage());
        } finally {
            if (registered.isEmpty()) {
                Files.delete(jar);
            }
        }
    }

    synchronized void deregister(String id) throws RequestFailure, IOException {
        find(id);
        close();
    }

    /** Running invocations finish; those that load further resources then may fail. */
    @Override
    public synchronized void close() throws IOException {
        if (registered.isPresent()) {
            Registered function = registered.get();
            registered = Optional.empty();
            function.image().close();
            Files.deleteIfExists(function.jar());
        }
    }

    private static RequestFailure unknown(String id) {
        return new RequestFailure(FailureKind.UNKNOWN_FUNCTION, "Function " + id + " is not registered");
    }
}
