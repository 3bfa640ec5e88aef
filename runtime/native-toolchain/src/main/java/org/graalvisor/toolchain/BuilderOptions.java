package org.graalvisor.toolchain;

import java.util.ArrayList;
import java.util.List;

/**
 * Translates public options into those the builder itself takes, as the {@code native-image} driver does.
 *
 * @param builder options for the builder
 * @param virtualMachine options for the virtual machine it runs on
 */
record BuilderOptions(List<String> builder, List<String> virtualMachine) {

    BuilderOptions() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    /**
     * @param option a public option
     * @param origin where it was read, for the error message
     * @throws ToolchainException when this driver does not know the option
     */
    void add(String option, String origin) {
        if (option.startsWith("-H:") || option.startsWith("-R:")) {
            builder.add(option);
            return;
        }
        if (option.startsWith("-D") || option.startsWith("--add-exports=") || option.startsWith("--add-opens=")) {
            virtualMachine.add(option);
            return;
        }
        if (option.startsWith("-J")) {
            virtualMachine.add(option.substring(2));
            return;
        }
        if (option.startsWith("--macro:") || option.equals("--no-fallback") || option.startsWith(
                "--exclude-config=")) {
            return;
        }
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        String value = equals < 0 ? "" : option.substring(equals + 1);
        builder.add(translate(name, value, option, origin));
    }

    private static String translate(String name, String value, String option, String origin) {
        return switch (name) {
            case "--features" -> "-H:Features=" + value;
            case "--initialize-at-build-time" -> "-H:ClassInitialization=" + initialization(value, "build_time");
            case "--initialize-at-run-time" -> "-H:ClassInitialization=" + initialization(value, "run_time");
            case "--enable-url-protocols" -> "-H:EnableURLProtocols=" + value;
            case "--enable-http" -> "-H:EnableURLProtocols=http";
            case "--enable-https" -> "-H:EnableURLProtocols=https";
            case "--install-exit-handlers" -> "-H:+InstallExitHandlers";
            case "--gc" -> "-H:" + (value.equals("epsilon") ? "+UseEpsilonGC" : "+UseSerialGC");
            case "-march" -> "-H:MicroArchitecture=" + value;
            case "-O0", "-O1", "-O2", "-O3", "-Ob", "-Os" -> "-H:Optimize=" + name.substring(2);
            case "-g" -> "-H:GenerateDebugInfo=2";
            default -> throw new ToolchainException("the Native Image option '" + option + "'"
                    + (origin.isEmpty() ? "" : " of " + origin)
                    + " is not known to the assembled builder; use its -H: form, or set GRAALVM_HOME to a GraalVM 25");
        };
    }

    private static String initialization(String classes, String when) {
        String suffix = ":" + when;
        return classes.isEmpty() ? suffix : String.join(suffix + ",", classes.split(",")) + suffix;
    }

}
