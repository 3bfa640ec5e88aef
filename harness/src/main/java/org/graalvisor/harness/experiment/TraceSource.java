package org.graalvisor.harness.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.trace.Progress;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.azure.TraceFolder;
import org.graalvisor.trace.azure.TraceReader;
import org.graalvisor.trace.generate.GeneratorParameters;
import org.graalvisor.trace.generate.TraceGenerator;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.MinuteWindow;
import org.graalvisor.trace.schedule.Schedule;
import org.graalvisor.trace.schedule.ScheduleFile;
import org.graalvisor.trace.schedule.ScheduleOptions;
import org.graalvisor.trace.schedule.Scheduler;

/**
 * Where the arrivals of a replay come from. Deterministic: asked twice, it gives the same schedule.
 *
 * @param from {@link #GENERATED}, a folder in the official layout of 2019, or the file of a schedule
 * @param generatedFunctions functions of a generated trace
 * @param appsPerOwner applications per owner of a generated trace
 * @param window minutes of the trace
 * @param rateScale factor on invocations
 * @param memoryScale factor on memory
 * @param seed seed of trace and schedule
 */
record TraceSource(String from, int generatedFunctions, double appsPerOwner, MinuteWindow window, double rateScale,
        double memoryScale, long seed) {
    static final String GENERATED = "generated";

    /**
     * Makes the schedule, or reads it.
     *
     * @param capBytes memory of the node it is meant for
     * @throws ConfigurationException when files cannot be used
     */
    Schedule schedule(long capBytes) {
        try {
            return Files.isRegularFile(Path.of(from))
                    ? ScheduleFile.read(Path.of(from))
                    : Scheduler.schedule(trace(), ScheduleOptions.paper(window, seed).scaled(rateScale, memoryScale,
                            capBytes));
        } catch (TraceException unusable) {
            throw new ConfigurationException(List.of(unusable.getMessage()));
        }
    }

    private AzureTrace trace() {
        if (from.equals(GENERATED)) {
            return TraceGenerator.generate(GeneratorParameters.published(generatedFunctions, seed).withAppsPerOwner(
                    appsPerOwner), Progress.unheard());
        }
        Path folder = Path.of(from);
        return new TraceReader(Progress.unheard()).read(String.valueOf(folder.getFileName()), new TraceFolder(folder)
                .select(""));
    }

    TraceSource from(String other) {
        return new TraceSource(other, generatedFunctions, appsPerOwner, window, rateScale, memoryScale, seed);
    }

    Map<String, Object> toMap() {
        return Map.of("trace", from, "generatedFunctions", generatedFunctions, "appsPerOwner", appsPerOwner, "window",
                window.toString(), "rateScale", rateScale, "memoryScale", memoryScale);
    }
}
