package org.graalvisor.harness.platform;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.graalvisor.harness.http.HttpReply;

/** How functions are registered with the Graalvisor runtime. */
final class GraalvisorProtocol {
    private GraalvisorProtocol() {}

    /** Supplies the code of Java functions. */
    @FunctionalInterface
    interface JavaCode {
        byte[] of(FunctionUnderTest function) throws IOException;
    }

    /**
     * @param artifacts has the libraries of Java functions
     */
    static void register(HttpEndpoint client, FunctionUnderTest function, Artifacts artifacts) throws IOException {
        register(client, function, java -> library(artifacts, java));
    }

    /**
     * @param javaCode what a Java function is registered with
     */
    static void register(HttpEndpoint client, FunctionUnderTest function, JavaCode javaCode) throws IOException {
        String common = "/register?fid=" + encode(function.invocation().functionId()) + "&fep="
                + encode(function.entryPoint()) + "&mem=" + function.memoryBytes();
        switch (function.code()) {
            case FunctionCode.Library library -> post(client, function, common + "&language=java", javaCode.of(
                    function));
            case FunctionCode.Script script -> post(client, function, common + "&language=" + script.language().id()
                    + (script.grants().isEmpty() ? "" : "&allow=" + encode(script.grants())), script.source());
        }
    }

    private static byte[] library(Artifacts artifacts, FunctionUnderTest function) throws IOException {
        return switch (artifacts.functionLibrary(function.workload())) {
            case Artifact.Built built -> Files.readAllBytes(built.path());
            case Artifact.Missing missing -> throw new SystemUnderTestException("cannot register "
                    + function.workload() + ": " + missing.reason());
        };
    }

    private static void post(HttpEndpoint client, FunctionUnderTest function, String target, byte[] code)
            throws IOException {
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
