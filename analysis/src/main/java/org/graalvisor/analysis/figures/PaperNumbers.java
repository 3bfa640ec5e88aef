package org.graalvisor.analysis.figures;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What the paper's authors measured, read from their published raw series. Never used as a measurement. */
final class PaperNumbers {
    private static final double[] FIG3_START_UP_US = {446, 555, 646, 670, 599, 624, 601, 762, 1150, 2079, 4155};
    private static final double[] FIG3_MEMORY_KB = {7015, 4143, 2713, 1994, 1647, 1463, 1381, 1330, 1306, 1320, 1333};

    /** Fig 8, bare processes; the isolate is from Fig 1. */
    private static final Map<String, Double> START_MS = Map.of("graalvisor-native", 12.2, "jvm-hello", 26.9, "isolate",
            0.47, "node", 40.8, "python3", 13.1, "openwhisk-java", 26.9, "openwhisk-nodejs", 40.8, "openwhisk-python",
            13.1);
    /** Fig 1. */
    private static final Map<String, Double> MEMORY_MB = Map.of("jvm-hello", 38.3, "isolate", 1.0, "node", 36.6,
            "python3", 8.7);

    /** Fig 1: megabytes and milliseconds. */
    static final List<Technology> TECHNOLOGIES = List.of(new Technology("Graalvisor isolate", 1, 0.47), new Technology(
            "CPython", 8.7,
            13.1), new Technology("Node.js", 36.6, 40.8), new Technology("JVM", 38.3, 26.9), new Technology(
                    "Firecracker", 63.5,
                    166.7), new Technology("Docker", 47, 257), new Technology("QEMU", 118.5, 241.7));

    /** A virtualization technology of Fig 1. */
    record Technology(String name, double megabytes, double startMs) {}

    /** Fig 4, 10 contexts, by whether code is shared. */
    static final Map<String, Double> SHARING_MEMORY_MB = new TreeMap<>(Map.of("on", 1767.0, "off", 2347.0));
    /** Fig 4, all 10 contexts together. */
    static final Map<String, Double> SHARING_ALLOCATION_MS = new TreeMap<>(Map.of("on", 5523.0, "off", 7876.0));
    /** Fig 4. */
    static final Map<String, Double> SHARING_FIRST_REQUEST_MS = new TreeMap<>(Map.of("on", 35.0, "off", 527.0));

    private PaperNumbers() {}

    /** Fig 3: start-up time in microseconds per number of isolates. */
    static Map<Double, Double> isolateStartUpUs() {
        return perIsolates(FIG3_START_UP_US);
    }

    /** Fig 3: memory in KB per isolate per number of isolates. */
    static Map<Double, Double> memoryPerIsolateKb() {
        return perIsolates(FIG3_MEMORY_KB);
    }

    static OptionalDouble startMs(String platform) {
        return lookUp(START_MS, platform);
    }

    static OptionalDouble memoryMb(String platform) {
        return lookUp(MEMORY_MB, platform);
    }

    private static OptionalDouble lookUp(Map<String, Double> numbers, String platform) {
        return numbers.containsKey(platform) ? OptionalDouble.of(numbers.get(platform)) : OptionalDouble.empty();
    }

    private static Map<Double, Double> perIsolates(double[] values) {
        Map<Double, Double> numbers = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            numbers.put((double) (1 << i), values[i]);
        }
        return numbers;
    }
}
