package org.graalvisor.baselines.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.graalvisor.baselines.json.JsonText;
import org.graalvisor.baselines.openwhisk.conformance.ActionCode;
import org.graalvisor.baselines.openwhisk.conformance.ProxyPlatform;

/** Any text at all comes back as it was sent, from every proxy that can run here. */
class EchoPropertyTest {
    private static final List<ProxyProcess> STARTED = new ArrayList<>();

    @BeforeContainer
    static void startProxies() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (ActionProxy proxy : ActionProxies.ofThisMachine()) {
                if (proxy.unavailable().isEmpty()) {
                    ProxyProcess process = ProxyProcess.start(proxy, Map.of());
                    STARTED.add(process);
                    ActionCode echo = new ProxyPlatform(proxy).action("Echo", "main");
                    JsonObject value = new JsonObject();
                    value.addProperty("main", echo.main());
                    value.addProperty("code", echo.code());
                    value.addProperty("binary", echo.binary());
                    assertThat(post(client, process, "/init", value).statusCode()).isEqualTo(200);
                }
            }
        }
    }

    @AfterContainer
    static void endProxies() throws IOException {
        for (ProxyProcess process : STARTED) {
            process.close();
        }
        STARTED.clear();
    }

    @Property(tries = 100)
    void anyTextIsEchoed(@ForAll @StringLength(max = 200) String name, @ForAll @StringLength(max = 2_000) String text)
            throws Exception {
        JsonObject value = new JsonObject();
        value.addProperty("_" + name, text);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (ProxyProcess process : STARTED) {
                HttpResponse<String> answer = post(client, process, "/run", value);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(JsonParser.parseString(answer.body())).isEqualTo(value);
            }
        }
    }

    private static HttpResponse<String> post(HttpClient client, ProxyProcess process, String path, JsonObject value)
            throws IOException, InterruptedException {
        JsonObject body = new JsonObject();
        body.add("value", value);
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + process.port() + path)).POST(
                BodyPublishers.ofByteArray(JsonText.utf8(body.toString()))).build(), BodyHandlers.ofString());
    }
}
