package org.graalvisor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.graalvisor.runtime.http.HttpLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndPointTest {
    private static final byte[] JSON = "{\"name\":\"wörld\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void healthAnswersGetAndHead() throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            assertThat(client.get("/health").text()).isEqualTo("{\"status\":\"ok\"}");
            client.send("HEAD /health HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.readHead().head()).startsWith("HTTP/1.1 200 OK").contains("Content-Length: 15");
            assertThat(client.get("/health").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /nowhere HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 404 | unknown-path
            GET /invoke HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 405 | Allow: POST
            POST /health HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 405 | Allow: GET, HEAD
            BREW /health HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 405 | method-not-allowed
            GET /health HTTP/1.1\\r\\n\\r\\n | 400 | Host
            GET  /health HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 400 | request line
            GET health HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 400 | must start with
            GET /health HTTP/1.1\\nHost: a\\n\\n | 400 | CRLF
            GET /health HTTP/1.1\\r\\nHost : a\\r\\n\\r\\n | 400 | header line
            GET /health HTTP/1.1\\r\\nHost: a\\r\\n folded\\r\\n\\r\\n | 400 | header line
            POST /invoke HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: x\\r\\n\\r\\n | 400 | Content-Length
            POST /invoke HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: -1\\r\\n\\r\\n | 400 | Content-Length
            POST /invoke HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n | 400 | disagree
            POST /invoke HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n | 400 | Transfer-Encoding
            POST /invoke HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\n | 501 | chunked
            POST /invoke HTTP/1.1\\r\\nHost: a\\r\\nExpect: tea\\r\\n\\r\\n | 417 | 100-continue
            POST /invoke HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 99999999999999999999\\r\\n\\r\\n | 413 | absurd
            GET /health HTTP/2.0\\r\\nHost: a\\r\\n\\r\\n | 505 | HTTP/1.1
            GET /health SPDY\\r\\nHost: a\\r\\n\\r\\n | 400 | HTTP/1.1
            """)
    void badRequestsGetOneStatusEach(String request, int status, String hint) throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            client.send(request.strip().replace("\\r", "\r").replace("\\n", "\n"));
            Answer answer = client.read();
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.head() + answer.text()).contains(hint);
        }
    }

    @Test
    void headersOverTheLimitGet431AndLongTargets414() throws IOException {
        try (ServerFixture fixture = new ServerFixture()) {
            try (HttpClientForTests client = fixture.connect()) {
                client.send("GET /health HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(17_000));
                assertThat(client.read().status()).isEqualTo(431);
            }
            try (HttpClientForTests client = fixture.connect()) {
                client.send("GET /" + "x".repeat(17_000));
                assertThat(client.read().status()).isEqualTo(414);
            }
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            fixture.register("echo");
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 500; i++) {
                String body = "[" + i + "]";
                requests.append("POST /invoke?fid=echo HTTP/1.1\r\nHost: a\r\nContent-Length: ").append(body.length())
                        .append("\r\n\r\n").append(body);
            }
            client.send(requests.toString());
            for (int i = 0; i < 500; i++) {
                assertThat(client.read().text()).isEqualTo("[" + i + "]");
            }
        }
    }

    @Test
    void pipelinedRequestsBehindASlowOneWaitForIt() throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            fixture.register("echo");
            client.send(HttpClientForTests.request("POST", "/invoke?fid=echo", "[\"sleep\",200]".getBytes(
                    StandardCharsets.UTF_8)));
            client.send(HttpClientForTests.request("POST", "/invoke?fid=echo", JSON));
            assertThat(client.read().text()).isEqualTo("[\"sleep\",200]");
            assertThat(client.read().body()).isEqualTo(JSON);
        }
    }

    @Test
    void tornRequestsArriveWhole() throws Exception {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            fixture.register("echo");
            byte[] request = HttpClientForTests.request("POST", "/invoke?fid=echo", JSON);
            for (byte letter : request) {
                client.send(new byte[]{letter});
                Thread.sleep(1);
            }
            assertThat(client.read().body()).isEqualTo(JSON);
        }
    }

    @Test
    void chunkedBodiesAndContinueAreUnderstood() throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            fixture.register("echo");
            client.send(
                    "POST /invoke?fid=echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n[1,\r\n2;x=y\r\n2]\r\n0\r\nTrailer: t\r\n\r\n");
            assertThat(client.read().text()).isEqualTo("[1,2]");
            client.send(
                    "POST /invoke?fid=echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
            assertThat(client.read().status()).isEqualTo(100);
            client.send("[1]");
            assertThat(client.read().text()).isEqualTo("[1]");
        }
    }

    @Test
    void bodiesOverTheLimitGet413WithoutBeingReadWhole() throws IOException {
        try (ServerFixture fixture = new ServerFixture()) {
            fixture.register("echo");
            try (HttpClientForTests client = fixture.connect()) {
                client.send("POST /invoke?fid=echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n[");
                Answer answer = client.read();
                assertThat(answer.status()).isEqualTo(413);
                assertThat(answer.head()).contains("Connection: close");
            }
            try (HttpClientForTests client = fixture.connect()) {
                client.send(
                        "POST /invoke?fid=echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n100001\r\n");
                assertThat(client.read().status()).isEqualTo(413);
            }
            try (HttpClientForTests client = fixture.connect()) {
                client.send(
                        "POST /register?fid=x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1000\r\n\r\n");
                assertThat(client.read().status()).isEqualTo(400);
            }
            try (HttpClientForTests client = fixture.connect()) {
                byte[] most = new byte[1 << 20];
                Arrays.fill(most, (byte) ' ');
                most[0] = '1';
                assertThat(client.post("/invoke?fid=echo", most).body()).isEqualTo(most);
            }
        }
    }

    @Test
    void silentClientsAreTimedOutAndHoldNoThread() throws IOException {
        ServerFixture.Knobs knobs = new ServerFixture.Knobs();
        knobs.limits = new HttpLimits(16 * 1024, 1 << 20, 100, 200);
        try (ServerFixture fixture = new ServerFixture(knobs);
                HttpClientForTests idle = fixture.connect();
                HttpClientForTests client = fixture.connect()) {
            client.send("GET /health HTT");
            assertThat(client.read().status()).isEqualTo(408);
            assertThat(client.isAtEnd()).isTrue();
            assertThat(idle.isAtEnd()).isTrue();
        }
    }

    @Test
    void slowReadersGetLongAnswersWhole() throws Exception {
        try (ServerFixture fixture = new ServerFixture();
                HttpClientForTests slow = fixture.connect();
                HttpClientForTests other = fixture.connect()) {
            fixture.register("echo");
            slow.send(HttpClientForTests.request("POST", "/invoke?fid=echo", "[\"huge\",40000000]".getBytes(
                    StandardCharsets.UTF_8)));
            Thread.sleep(200);
            assertThat(other.post("/invoke?fid=echo", JSON).status()).isEqualTo(200);
            assertThat(slow.read().body()).hasSize(40_000_002).endsWith('x', '"');
            assertThat(slow.post("/invoke?fid=echo", JSON).body()).isEqualTo(JSON);
        }
    }

    @Test
    void connectionsEndWhenTheClientWishes() throws IOException {
        try (ServerFixture fixture = new ServerFixture()) {
            try (HttpClientForTests client = fixture.connect()) {
                client.send("GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
                assertThat(client.read().head()).contains("Connection: close");
                assertThat(client.isAtEnd()).isTrue();
            }
            try (HttpClientForTests client = fixture.connect()) {
                client.send("GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
                assertThat(client.read().head()).contains("Connection: keep-alive");
                client.send("GET http://a/health HTTP/1.0\r\n\r\n");
                assertThat(client.read().status()).isEqualTo(200);
                assertThat(client.isAtEnd()).isTrue();
            }
        }
    }
}
