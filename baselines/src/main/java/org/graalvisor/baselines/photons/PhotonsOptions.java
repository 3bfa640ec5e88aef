package org.graalvisor.baselines.photons;

import org.graalvisor.baselines.photons.http.PhotonsSettings;

/**
 * The command line; a subset of the runtime's.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any free one
 * @param graceMs most milliseconds running invocations get at shutdown
 * @param endWithStdin whether the process ends when its standard input does
 * @param help whether only the help is wanted
 * @param settings limits of the server
 */
record PhotonsOptions(String host, int port, int graceMs, boolean endWithStdin, boolean help,
        PhotonsSettings settings) {
    static final String HELP = """
            Usage: java … org.graalvisor.baselines.photons.PhotonsMain [options]
              --host ADDRESS            IP address to listen on (127.0.0.1)
              --port PORT               port to listen on, 0 for any free one (8080)
              --max-threads N           most invocations that may run at once (2048)
              --default-timeout-ms MS   deadline of invocations that name none (60000)
              --max-body-bytes BYTES    longest body accepted (67108864)
              --grace-ms MS             what running invocations get at shutdown (5000)
              --end-with-stdin          end when standard input ends
              --help                    show this
            """;
    private static final PhotonsOptions DEFAULT = new PhotonsOptions("127.0.0.1", 8080, 5_000, false, false,
            PhotonsSettings.DEFAULT);
    private static final int DAY_MS = 24 * 3600 * 1000;

    /**
     * @throws IllegalArgumentException naming option, value and what is allowed
     */
    static PhotonsOptions parse(String[] arguments) {
        PhotonsOptions options = DEFAULT;
        int i = 0;
        while (i < arguments.length) {
            String name = arguments[i];
            if (name.equals("--end-with-stdin") || name.equals("--help")) {
                options = options.with(name);
                i++;
            } else if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("Unknown option, or one without its value: " + name
                        + ". See --help");
            } else {
                options = options.with(name, arguments[i + 1]);
                i += 2;
            }
        }
        return options;
    }

    private PhotonsOptions with(String name) {
        return new PhotonsOptions(host, port, graceMs, endWithStdin || name.equals("--end-with-stdin"), help || name
                .equals("--help"), settings);
    }

    private PhotonsOptions with(String name, String value) {
        return switch (name) {
            case "--host" -> new PhotonsOptions(value, port, graceMs, endWithStdin, help, settings);
            case "--port" -> new PhotonsOptions(host, number(name, value, 0, 65_535), graceMs, endWithStdin, help,
                    settings);
            case "--grace-ms" -> new PhotonsOptions(host, port, number(name, value, 0, DAY_MS), endWithStdin, help,
                    settings);
            case "--max-threads" -> with(new PhotonsSettings(number(name, value, 1, 100_000), settings
                    .defaultTimeoutMs(), settings.maxBodyBytes()));
            case "--default-timeout-ms" -> with(new PhotonsSettings(settings.maxThreads(), number(name, value, 1,
                    Integer.MAX_VALUE), settings.maxBodyBytes()));
            case "--max-body-bytes" -> with(new PhotonsSettings(settings.maxThreads(), settings.defaultTimeoutMs(),
                    number(name, value, 1, Integer.MAX_VALUE - 64)));
            default -> throw new IllegalArgumentException("Unknown option " + name + ". See --help");
        };
    }

    private PhotonsOptions with(PhotonsSettings other) {
        return new PhotonsOptions(host, port, graceMs, endWithStdin, help, other);
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
