package org.graalvisor.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.graalvisor.runtime.error.RequestException;

class RequestReaderTest {
    private static final HttpLimits LIMITS = new HttpLimits(2048, 1 << 16, 1000, 1000);

    @Property(tries = 300)
    void requestsAreTheSameHoweverTheyAreTorn(@ForAll @Size(min = 1, max = 5) List<@Size(max = 3000) byte[]> bodies,
            @ForAll boolean chunked,
            @ForAll @IntRange(min = 1, max = 700) int pieceBytes) throws IOException {
        StringBuilder wire = new StringBuilder();
        for (byte[] body : bodies) {
            String text = new String(body, StandardCharsets.ISO_8859_1);
            wire.append("\r\nPOST /invoke?fid=x HTTP/1.1\r\nHost: a\r\n");
            if (chunked) {
                wire.append("Transfer-Encoding: chunked\r\n\r\n");
                for (int at = 0; at < text.length(); at += 100) {
                    String chunk = text.substring(at, Math.min(text.length(), at + 100));
                    wire.append(Integer.toHexString(chunk.length())).append(";e\r\n").append(chunk).append("\r\n");
                }
                wire.append("0\r\n\r\n");
            } else {
                wire.append("Content-Length: ").append(text.length()).append("\r\n\r\n").append(text);
            }
        }
        assertThat(bodiesOf(wire.toString().getBytes(StandardCharsets.ISO_8859_1), pieceBytes))
                .containsExactlyElementsOf(bodies);
    }

    @Property(tries = 1000)
    void noInputLeadsToAnythingButRequestsAndTypedErrors(@ForAll @Size(max = 200) byte[] noise,
            @ForAll @IntRange(min = 1, max = 50) int pieceBytes)
            throws IOException {
        byte[] prefix = "POST /invoke HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(
                StandardCharsets.US_ASCII);
        byte[] wire = ByteBuffer.allocate(prefix.length + noise.length).put(prefix).put(noise).array();
        try {
            assertThat(bodiesOf(wire, pieceBytes)).hasSizeLessThan(noise.length + 2);
            assertThat(bodiesOf(noise, pieceBytes)).hasSizeLessThan(noise.length + 2);
        } catch (RequestException e) {
            assertThat(e.kind().status()).isBetween(400, 505);
        }
    }

    private static List<byte[]> bodiesOf(byte[] wire, int pieceBytes) throws IOException {
        RequestReader reader = new RequestReader(LIMITS);
        List<byte[]> found = new ArrayList<>();
        int sent = 0;
        for (;;) {
            switch (reader.next()) {
                case NEEDS_BYTES -> {
                    if (sent == wire.length) {
                        return found;
                    }
                    ByteBuffer space = reader.space();
                    int count = Math.min(Math.min(pieceBytes, space.remaining()), wire.length - sent);
                    space.put(wire, sent, count);
                    reader.received(count);
                    sent += count;
                }
                case HEAD -> reader.accept(new ByteArraySink(reader.head().contentLength()));
                case COMPLETE -> found.add(((ByteArraySink) reader.sink()).toByteArray());
            }
        }
    }
}
