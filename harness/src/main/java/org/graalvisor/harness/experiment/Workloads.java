package org.graalvisor.harness.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.graalvisor.harness.platform.FunctionCode;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.ReplyCheck;
import org.graalvisor.harness.platform.WorkloadFiles;
import org.graalvisor.workloads.catalogue.Catalogue;
import org.graalvisor.workloads.catalogue.Inputs;
import org.graalvisor.workloads.catalogue.Prepared;
import org.graalvisor.workloads.catalogue.Workload;

/**
 * The functions an experiment can run, with their arguments and correct replies. The data server and the files that
 * functions need are made when the first function is asked for, and end with this object.
 */
public final class Workloads implements AutoCloseable {
    /** Names of all workloads. */
    public static final List<String> NAMES = Catalogue.all().stream().map(Workload::name).toList();

    private final long fileSeed;
    private Optional<Inputs> inputs = Optional.empty();

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
        Workload workload = Catalogue.find(name).orElseThrow(() -> new IllegalArgumentException("unknown workload "
                + name + "; known: " + NAMES));
        Prepared prepared = workload.prepare(inputs());
        FunctionCode code = WorkloadFiles.scriptLanguage(name).<FunctionCode>map(
                language -> new FunctionCode.Script(language, workload.code(), prepared.grants()))
                .orElseGet(FunctionCode.Library::new);
        return new FunctionUnderTest(name, code, workload.entryPoint(), workload.memoryBytes(), new Invocation(name,
                prepared.argumentsJson().getBytes(StandardCharsets.UTF_8)), check(name, prepared));
    }

    /** Java functions are called tens of thousands of times a second: their replies are searched, not parsed. */
    private ReplyCheck check(String name, Prepared prepared) {
        return switch (name) {
            case "helloworld" -> ReplyCheck.objectContaining("Hello World!");
            case "filehashing" -> ReplyCheck.objectContaining(inputs().server().md5());
            default -> body -> prepared.check().problem(new String(body, StandardCharsets.UTF_8)).isEmpty();
        };
    }

    private Inputs inputs() {
        if (inputs.isEmpty()) {
            try {
                inputs = Optional.of(new Inputs(fileSeed));
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot start the data server at 127.0.0.1", failure);
            }
        }
        return inputs.get();
    }

    @Override
    public void close() {
        if (inputs.isPresent()) {
            try {
                inputs.get().close();
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot remove the inputs of functions", failure);
            }
        }
    }
}
