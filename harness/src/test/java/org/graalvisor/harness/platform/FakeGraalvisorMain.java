package org.graalvisor.harness.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks the protocol of the native runtime, so that the rig can be tested where nothing native is built. */
public final class FakeGraalvisorMain {
    private static final Pattern EMULATION = Pattern.compile("\\{\"bytes\":([0-9]+),\"durationMs\":([0-9]+),.*");
    private static final Set<String> REGISTERED = ConcurrentHashMap.newKeySet();

    private FakeGraalvisorMain() {}

    /** Puts an executable {@code graalvisor} and a {@code helloworld.so} into a directory. */
    public static Path install(Path directory) throws IOException {
        JavaInstallation java = JavaInstallation.ofThisProcess();
        Path executable = directory.resolve("graalvisor");
        Files.writeString(executable, "#!/bin/sh\nexec '" + java.launcher() + "' -XX:TieredStopAtLevel=1 -cp '"
                + java.classPath() + "' " + FakeGraalvisorMain.class.getName() + " \"$@\"\n");
        Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(directory.resolve("helloworld.so"), "code of helloworld");
        Files.writeString(directory.resolve("allocate-and-run.so"), "code of allocate-and-run");
        return directory;
    }

    /** Serves, or answers as the isolate probe. */
    public static void main(String[] arguments) throws IOException {
        List<String> options = Arrays.asList(arguments);
        if (options.getFirst().equals("probe-isolates")) {
            if (options.contains("--scale-contexts")) {
                scaleContexts(options);
            } else {
                probe(Integer.parseInt(after(options, "--count")));
            }
            return;
        }
        InetSocketAddress address = new InetSocketAddress(after(options, "--host"),
                Integer.parseInt(after(options, "--port")));
        HttpServer server = HttpServer.create(address, 100);
        server.createContext("/health", exchange -> reply(exchange, 200, "{}"));
        server.createContext("/register", FakeGraalvisorMain::register);
        server.createContext("/invoke", FakeGraalvisorMain::invoke);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static String after(List<String> options, String name) {
        return options.get(options.indexOf(name) + 1);
    }

    private static void probe(int count) {
        for (int index = 0; index < count; index++) {
            System.out.printf(Locale.ROOT,
                    "{\"metric\":\"isolate_create_us\",\"unit\":\"us\",\"index\":%d,\"value\":%.1f}%n", index, 80.0);
        }
        System.out.println("{\"metric\":\"isolate_cold_start_ms\",\"unit\":\"ms\",\"index\":0,\"value\":0.25}");
    }

    /** Contexts cost 2 ms and first requests 4 ms with sharing, ten times as much without; later requests 4 ms. */
    private static void scaleContexts(List<String> options) {
        int requests = Integer.parseInt(after(options, "--requests"));
        int factor = after(options, "--sharing").equals("on") ? 1 : 10;
        for (int context = 0; context < Integer.parseInt(after(options, "--scale-contexts")); context++) {
            print("context_allocation_ms", "ms", context, 2 * factor);
            for (int request = 0; request < requests; request++) {
                print("request_ms", "ms", context * requests + request, request == 0 ? 4 * factor : 4);
            }
            print("pss_bytes", "bytes", context, factor * 1_000);
            print("rss_bytes", "bytes", context, factor * 2_000);
        }
    }

    private static void print(String metric, String unit, int index, int value) {
        System.out.println("{\"metric\":\"" + metric + "\",\"unit\":\"" + unit + "\",\"index\":" + index
                + ",\"value\":" + value + "}");
    }

    private static void register(HttpExchange exchange) throws IOException {
        String code = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getQuery();
        boolean java = code.startsWith("code of") && query.endsWith("language=java");
        boolean script = code.contains("main") && query.contains("language=javascript");
        boolean valid = (java || script) && query.contains("fep=")
                && query.matches(".*&mem=[0-9]+&.*");
        if (valid) {
            REGISTERED.add(query.replaceAll(".*fid=([^&]*).*", "$1"));
        }
        reply(exchange, valid ? 200 : 422, valid ? "true" : "{\"error\":\"cannot load " + query + "\"}");
    }

    private static void invoke(HttpExchange exchange) throws IOException {
        Matcher emulated = EMULATION.matcher(new String(exchange.getRequestBody().readAllBytes(),
                StandardCharsets.UTF_8));
        if (emulated.matches()) {
            emulate(exchange, emulated);
            return;
        }
        boolean known = REGISTERED.contains(exchange.getRequestURI().getQuery().replace("fid=", ""));
        reply(exchange, known ? 200 : 404, known
                ? "{\"result\":\"Hello World!\",\"exec_time_us\":1}"
                : "{\"error\":\"unknown\"}");
    }

    /** Waits as long as allocate-and-run, but allocates nothing. */
    private static void emulate(HttpExchange exchange, Matcher arguments) throws IOException {
        long us = Long.parseLong(arguments.group(2)) * 1_000;
        LockSupport.parkNanos(us * 1_000);
        boolean known = REGISTERED.contains(exchange.getRequestURI().getQuery().replace("fid=", ""));
        reply(exchange, known ? 200 : 404, "{\"bytes\":" + arguments.group(1) + ",\"exec_time_us\":" + us + "}");
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange; OutputStream out = exchange.getResponseBody()) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            out.write(bytes);
        }
    }
}
