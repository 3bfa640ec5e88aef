package org.graalvisor.script.helper;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpHelperTest {
    private final GuestCode code = new GuestCode("net");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/bytes", exchange -> {
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[]{0, (byte) 200, 65});
            exchange.close();
        });
        server.createContext("/gone", exchange -> {
            exchange.sendResponseHeaders(404, 4);
            exchange.getResponseBody().write("gone".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        code.run("const base = 'http://127.0.0.1:" + server.getAddress().getPort() + "'");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        code.close();
    }

    @Test
    void getGivesStatusAndBytes() {
        assertThat(code.text("(r => r.status + ':' + r.body.join())(graalvisor.http.get(base + '/bytes'))")).isEqualTo(
                "200:0,200,65");
    }

    @Test
    void postSendsBytesAndText() {
        assertThat(code.text("graalvisor.http.post(base + '/echo', new Uint8Array([1, 255])).body.join()")).isEqualTo(
                "1,255");
        assertThat(code.text("graalvisor.http.post(base + '/echo', 'é').text")).isEqualTo("é");
    }

    @Test
    void bytesThatWereFetchedCanBePostedAgain() {
        assertThat(code.text(
                "graalvisor.http.post(base + '/echo', graalvisor.http.get(base + '/bytes').body).body.join()"))
                .isEqualTo("0,200,65");
    }

    @Test
    void anErrorStatusIsAnAnswerAndNoFailure() {
        assertThat(code.text("(r => r.status + r.text)(graalvisor.http.get(base + '/gone'))")).isEqualTo("404gone");
        assertThat(code.run("graalvisor.http.post(base + '/echo', '').body.length").asInt()).isZero();
    }

    @Test
    void aServerThatIsNotThereIsAFailureThatNamesIt() {
        int port = server.getAddress().getPort();
        server.stop(0);

        assertThat(code.error("graalvisor.http.get(base + '/bytes')")).isEqualTo(
                "graalvisor.http.get: GET http://127.0.0.1:" + port + "/bytes failed: Connection refused");
    }

    @Test
    void onlyHttpIsSpoken() {
        assertThat(code.error("graalvisor.http.get('file:///etc/passwd')")).contains("is no http:// or https:// URL");
        assertThat(code.error("graalvisor.http.get('http://[')")).contains("is no URL that can be opened");
    }
}
