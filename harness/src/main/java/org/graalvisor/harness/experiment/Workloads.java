package org.graalvisor.harness.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.graalvisor.harness.platform.FunctionCode;
import org.graalvisor.harness.platform.FunctionUnderTest;
import org.graalvisor.harness.platform.Invocation;
import org.graalvisor.harness.platform.ReplyCheck;
import org.graalvisor.harness.platform.WorkloadFiles;
import org.graalvisor.workloads.catalogue.Catalogue;
import org.graalvisor.workloads.catalogue.Inputs;
import org.graalvisor.workloads.catalogue.JavaCodes;
import org.graalvisor.workloads.catalogue.Prepared;
import org.graalvisor.workloads.catalogue.Workload;
import org.graalvisor.workloads.java.AllocateAndRun;

/**
 * The functions an experiment can run, with their arguments and correct replies. The data server and the files that
 * functions need are made when the first function is asked for, and end with this object.
 */
public final class Workloads implements AutoCloseable {
    /** Name of the function that stands for those of a trace. */
    public static final String EMULATION = JavaCodes.ALLOCATE_AND_RUN;
    /** Names of all workloads. */
    public static final List<String> NAMES = Stream.concat(Catalogue.all().stream().map(Workload::name), Stream.of(
            EMULATION)).toList();

    private static final String EMULATION_ENTRY = AllocateAndRun.class.getName() + "#main";
    private static final long EMULATION_BYTES = 1L << 20;
    private static final long EMULATION_BUDGET_BYTES = 16L << 20;

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
        return name.equals(EMULATION) ? emulation() : catalogued(name);
    }

    private static FunctionUnderTest emulation() {
        byte[] arguments = ("{\"bytes\":" + EMULATION_BYTES + ",\"durationMs\":1,\"mode\":\"sleep\"}").getBytes(
                StandardCharsets.UTF_8);
        return new FunctionUnderTest(EMULATION, new FunctionCode.Library(), EMULATION_ENTRY, EMULATION_BUDGET_BYTES,
                new Invocation(EMULATION, arguments), ReplyCheck.objectContaining("\"bytes\":" + EMULATION_BYTES));
    }

    private FunctionUnderTest catalogued(String name) {
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
