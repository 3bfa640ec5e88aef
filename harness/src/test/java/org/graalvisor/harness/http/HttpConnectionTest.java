package org.graalvisor.harness.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
    private final DeadlineWatch watch = new DeadlineWatch();

    @AfterEach
    void endWatch() {
        watch.close();
    }

    @Test
    void readsABodyByItsLengthAndKeepsTheConnection() throws Exception {
        try (ScriptedServer server = new ScriptedServer(List.of(
                "HTTP/1.1 200 OK\r\ncontent-LENGTH: 5\r\nX: y\r\n\r\nhello",
                "HTTP/1.1 404 No\r\nContent-Length:0\r\n\r\n"));
                HttpConnection connection = connection(server, 5_000)) {
            HttpReply first = connection.exchange(get());
            HttpReply second = connection.exchange(get());

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.text()).isEqualTo("hello");
            assertThat(second.status()).isEqualTo(404);
            assertThat(second.body()).isEmpty();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void readsChunksWithExtensionsAndTrailers() throws Exception {
        try (ScriptedServer server = new ScriptedServer(List.of(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;a=b\r\nwiki\r\nA\r\n0123456789\r\n0\r\nT: x\r\n\r\n"));
                HttpConnection connection = connection(server, 5_000)) {
            assertThat(connection.exchange(get()).text()).isEqualTo("wiki0123456789");
        }
    }

    @Test
    void readsToTheEndWhenThereIsNoLengthAndConnectsAnew() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                List.of("HTTP/1.1 200 OK\r\n\r\nall of it|close", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
                HttpConnection connection = connection(server, 5_000)) {
            assertThat(connection.exchange(get()).text()).isEqualTo("all of it");
            assertThat(connection.exchange(get()).text()).isEqualTo("ok");
        }
    }

    @Test
    void readsABodyThatIsLargerThanItsBuffers() throws Exception {
        String large = "x".repeat(3_000_000);
        try (ScriptedServer server = new ScriptedServer(
                List.of("HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n" + large));
                HttpConnection connection = connection(server, 20_000)) {
            assertThat(connection.exchange(get()).text()).isEqualTo(large);
        }
    }

    @Test
    void refusesWhatIsNoHttp() throws Exception {
        try (ScriptedServer server = new ScriptedServer(List.of("SSH-2.0-OpenSSH_9.2\r\n"));
                HttpConnection connection = connection(server, 5_000)) {
            assertThatThrownBy(() -> connection.exchange(get())).isInstanceOf(HttpProtocolException.class)
                    .hasMessageContaining("SSH-2.0");
        }
    }

    @Test
    void tellsThatTheServerClosedWithinAReply() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                List.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc|close"));
                HttpConnection connection = connection(server, 5_000)) {
            assertThatThrownBy(() -> connection.exchange(get())).isInstanceOf(HttpProtocolException.class)
                    .hasMessageContaining("body of 10 bytes");
        }
    }

    @Test
    void givesUpOnAServerThatDoesNotReply() throws Exception {
        try (ScriptedServer server = new ScriptedServer(List.of(""));
                HttpConnection connection = connection(server, 100)) {
            assertThatThrownBy(() -> connection.exchange(get())).isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("100 ms");
        }
    }

    private HttpConnection connection(ScriptedServer server, long timeoutMs) {
        return new HttpConnection(server.address(), timeoutMs, watch);
    }

    private static HttpRequest get() {
        return HttpRequest.get("test", "/");
    }

    /** Sends one scripted text per request, whatever the request; "|close" at its end closes the connection. */
    private static final class ScriptedServer implements AutoCloseable {
        private final ServerSocket socket;
        private final List<String> replies;
        private final AtomicInteger connections = new AtomicInteger();

        ScriptedServer(List<String> replies) throws IOException {
            this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            this.replies = replies;
            Thread.ofPlatform().daemon().start(this::serve);
        }

        InetSocketAddress address() {
            return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
        }

        int connections() {
            return connections.get();
        }

        private void serve() {
            int next = 0;
            while (next < replies.size()) {
                try (Socket client = socket.accept()) {
                    connections.incrementAndGet();
                    boolean open = true;
                    while (open && next < replies.size()) {
                        skipRequest(client.getInputStream());
                        String reply = replies.get(next++);
                        open = !reply.endsWith("|close");
                        client.getOutputStream().write(reply.replace("|close", "").getBytes(StandardCharsets.UTF_8));
                    }
                    if (open) {
                        client.getInputStream().read();
                    }
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private static void skipRequest(InputStream in) throws IOException {
            int matched = 0;
            while (matched < 4) {
                int read = in.read();
                if (read < 0) {
                    throw new IOException("closed");
                }
                matched = read == "\r\n\r\n".charAt(matched) ? matched + 1 : 0;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
