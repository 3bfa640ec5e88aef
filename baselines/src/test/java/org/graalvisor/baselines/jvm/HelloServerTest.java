package org.graalvisor.baselines.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class HelloServerTest {

    @Test
    void answersInvocationsHealthAndNothingElse() throws Exception {
        try (HelloServer server = new HelloServer(0); HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> invoked = send(client, server, "/invoke?fid=helloworld", "{\"name\":\"x\"}");

            assertThat(invoked.statusCode()).isEqualTo(200);
            assertThat(invoked.body()).isEqualTo(HelloServer.REPLY);
            assertThat(send(client, server, "/health", "").statusCode()).isEqualTo(200);
            assertThat(send(client, server, "/other", "").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> send(HttpClient client, HelloServer server, String target, String body)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }
}
