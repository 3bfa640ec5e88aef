package org.graalvisor.baselines.openwhisk.hotspot;

/**
 * The command line, the same as that of the proxies for Node.js and Python.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any free one
 * @param maxBodyBytes most bytes of a request's body
 * @param endWithStdin whether the process ends when its standard input does
 */
record ProxyOptions(String host, int port, int maxBodyBytes, boolean endWithStdin) {
    static final String HELP = """
            Usage: java … org.graalvisor.baselines.openwhisk.hotspot.JavaActionProxy [options]
              --host ADDRESS          address to listen on (127.0.0.1)
              --port PORT             port, 0 for any free one, which is then printed (8080)
              --max-body-bytes BYTES  longest body accepted (67108864)
              --end-with-stdin        end when standard input ends
            """;
    private static final int DEFAULT_PORT = 8080;
    private static final int DEFAULT_MAX_BODY_BYTES = 64 << 20;

    /**
     * @throws IllegalArgumentException naming option, value and what is allowed
     */
    static ProxyOptions parse(String[] arguments) {
        ProxyOptions options = new ProxyOptions("127.0.0.1", DEFAULT_PORT, DEFAULT_MAX_BODY_BYTES, false);
        int i = 0;
        while (i < arguments.length) {
            String name = arguments[i];
            if (name.equals("--end-with-stdin")) {
                options = new ProxyOptions(options.host, options.port, options.maxBodyBytes, true);
                i++;
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("Unknown option, or one without its value: " + name);
            }
            options = options.with(name, arguments[i + 1]);
            i += 2;
        }
        return options;
    }

    private ProxyOptions with(String name, String value) {
        return switch (name) {
            case "--host" -> new ProxyOptions(value, port, maxBodyBytes, endWithStdin);
            case "--port" -> new ProxyOptions(host, number(name, value, 0, 65_535), maxBodyBytes, endWithStdin);
            case "--max-body-bytes" -> new ProxyOptions(host, port, number(name, value, 1, Integer.MAX_VALUE - 64),
                    endWithStdin);
            default -> throw new IllegalArgumentException("Unknown option " + name);
        };
    }

    private static int number(String name, String value, int min, int max) {
        if (value.matches("[0-9]{1,10}")) {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return (int) number;
            }
        }
        throw new IllegalArgumentException("Option " + name + " must be a whole number from " + min + " to " + max
                + ", got: " + value);
    }
}
