package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.graalvisor.harness.build.Language;
import org.graalvisor.harness.calibrate.Calibration;
import org.graalvisor.harness.calibrate.Calibrator;
import org.graalvisor.harness.experiment.Rig;
import org.graalvisor.harness.experiment.Workbench;
import org.graalvisor.harness.host.Tool;
import org.graalvisor.harness.host.ToolInventory;
import org.graalvisor.harness.platform.Availability;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.toolchain.ToolchainException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists tools and calibrates the machine; never fails because something is missing. */
@Command(name = "check", description = "List the tools of this machine, and what its kernel primitives cost.", footer = {
        "", "Example:", "  graalvisor check"})
final class CheckCommand implements Callable<Integer> {
    private final Services services;

    @Spec
    private CommandSpec spec;

    CheckCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Rig rig = services.rig(Optional.empty());
        for (Tool tool : new ToolInventory(rig.finder(), rig.nativeImage()).tools()) {
            out.printf(Locale.ROOT, "%-14s %s%n", tool.name(), tool.availability().describe());
        }
        for (ScriptLanguage language : ScriptLanguage.values()) {
            out.printf(Locale.ROOT, "%-14s %s%n", language.id(), library(language).describe());
        }
        try (Workbench workbench = new Workbench()) {
            Calibration calibration = new Calibrator(workbench.spawner()).measure();
            print(out, "page fault", calibration.pageFaultNs());
            print(out, "mmap+munmap", calibration.mapAndUnmapNs());
            print(out, "system call", calibration.systemCallNs());
            print(out, "process", calibration.spawnNs());
        }
        return ExitCode.OK;
    }

    private Availability library(ScriptLanguage language) {
        try {
            return services.images().get().hasScriptLibrary(language)
                    ? new Availability.Available("library in the cache")
                    : new Availability.Unavailable("its library is not built; ./graalvisor build --languages "
                            + (language == ScriptLanguage.JAVASCRIPT ? Language.JS : Language.PYTHON));
        } catch (ToolchainException e) {
            return new Availability.Unavailable(e.getMessage());
        }
    }

    private static void print(PrintWriter out, String name, double costNs) {
        out.printf(Locale.ROOT, "%-14s %.1f ns%n", name, costNs);
    }
}
