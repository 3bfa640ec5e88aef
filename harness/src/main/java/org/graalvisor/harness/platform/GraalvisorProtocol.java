package org.graalvisor.harness.platform;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.graalvisor.harness.http.HttpReply;

/** How functions are registered with the Graalvisor runtime. */
final class GraalvisorProtocol {
    private GraalvisorProtocol() {}

    static void register(HttpEndpoint client, FunctionUnderTest function, Artifact library) throws IOException {
        byte[] code = switch (library) {
            case Artifact.Built built -> Files.readAllBytes(built.path());
            case Artifact.Missing missing -> throw new SystemUnderTestException("cannot register "
                    + function.workload() + ": " + missing.reason());
        };
        String target = "/register?fid=" + encode(function.invocation().functionId()) + "&fep="
                + encode(function.entryPoint()) + "&language=java&mem=" + function.memoryBytes();
        HttpReply reply = client.post(target, "application/octet-stream", code);
        if (reply.status() != 200 || !reply.text().strip().equals("true")) {
            throw new SystemUnderTestException("registering " + function.workload() + " was answered with status "
                    + reply.status() + ": " + reply.text());
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
