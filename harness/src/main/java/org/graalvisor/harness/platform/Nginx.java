package org.graalvisor.harness.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The ceiling: a server in C that replies constant JSON from memory, with one worker. No runtime that does any work per
 * request can be expected to be faster on the same core.
 */
public final class Nginx implements ServerRecipe {
    private final ExecutableFinder finder;
    private final String replyJson;

    /**
     * @param finder finds the nginx executable
     * @param replyJson constant reply, as long as that of the real helloworld, without single quotes
     */
    public Nginx(ExecutableFinder finder, String replyJson) {
        this.finder = finder;
        this.replyJson = replyJson;
    }

    @Override
    public String name() {
        return "nginx";
    }

    @Override
    public Availability availability() {
        return finder.find("nginx").<Availability>map(path -> new Availability.Available(path.toString()))
                .orElseGet(() -> new Availability.Unavailable(
                        "nginx is neither on PATH nor in /usr/sbin; install the package nginx-light"));
    }

    @Override
    public boolean serves(String workload) {
        return workload.equals("helloworld");
    }

    @Override
    public ServerCommand command(Path scratch, int port) throws IOException {
        Path configuration = scratch.resolve("nginx.conf");
        Files.writeString(configuration, configuration(scratch, port));
        Path executable = finder.find("nginx").orElseThrow(() -> new SystemUnderTestException(
                "nginx is not installed"));
        return new ServerCommand(List.of(executable.toString(), "-p", scratch.toString(), "-c",
                configuration.toString(), "-e", "stderr"), Map.of());
    }

    /** Workers keep the user of the master, since the scratch directory belongs to it. */
    private String configuration(Path scratch, int port) {
        return """
                daemon off;
                %1$s
                worker_processes 1;
                pid %2$s/nginx.pid;
                error_log stderr warn;
                events { worker_connections 4096; }
                http {
                  access_log off;
                  server_tokens off;
                  keepalive_requests 1000000000;
                  keepalive_timeout 3600s;
                  client_body_temp_path %2$s/body;
                  proxy_temp_path %2$s/proxy;
                  fastcgi_temp_path %2$s/fastcgi;
                  uwsgi_temp_path %2$s/uwsgi;
                  scgi_temp_path %2$s/scgi;
                  server {
                    listen 127.0.0.1:%3$d;
                    default_type application/json;
                    location / { return 200 '%4$s'; }
                  }
                }
                """.formatted(workerUser(), scratch, port, replyJson);
    }

    private static String workerUser() {
        return System.getProperty("user.name").equals("root") ? "user root;" : "";
    }

    @Override
    public void register(HttpEndpoint client, FunctionUnderTest function) {
        if (!serves(function.workload())) {
            throw new SystemUnderTestException(name() + " serves helloworld only, not " + function.workload());
        }
    }
}
