package org.graalvisor.workloads.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FileServerTest {

    @Test
    void servesTheFileWhoseHashItTells() throws Exception {
        try (FileServer server = new FileServer(100_000, 7);
                InputStream body = URI.create(server.url()).toURL().openStream()) {
            byte[] file = body.readAllBytes();

            assertThat(file).hasSize(100_000);
            assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(file)))
                    .isEqualTo(server.md5());
        }
    }

    @Test
    void sameSeedGivesTheSameFileAndAnotherSeedAnother() throws Exception {
        try (FileServer first = new FileServer(1_000, 1);
                FileServer same = new FileServer(1_000, 1);
                FileServer other = new FileServer(1_000, 2)) {
            assertThat(same.md5()).isEqualTo(first.md5()).isNotEqualTo(other.md5());
        }
    }

    @Test
    void servesPublishedInputsAndNothingElse() throws Exception {
        try (FileServer server = new FileServer(1, 1)) {
            String url = server.publish("photo.jpg", new byte[]{1, 2, 3});

            assertThat(exchange(HttpRequest.newBuilder(URI.create(url))).body()).containsExactly(1, 2, 3);
            assertThat(exchange(HttpRequest.newBuilder(URI.create(url + "x"))).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void saysThatItClosesAConnectionWhoseClientWantsThat() throws Exception {
        try (FileServer server = new FileServer(1, 1)) {
            assertThat(connectionHeader(server.url(), "close")).isEqualTo("close");
            assertThat(connectionHeader(server.usersUrl() + "/nobody", "close")).isEqualTo("close");
            assertThat(connectionHeader(server.url(), "keep-alive")).isNull();
        }
    }

    private static String connectionHeader(String url, String wish) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestProperty("Connection", wish);
        connection.getResponseCode();
        return connection.getHeaderField("Connection");
    }

    @Test
    void answersSizeAndHashOfAnUploadAndKeepsItOnce() throws Exception {
        try (FileServer server = new FileServer(1, 1)) {
            HttpRequest.Builder upload = HttpRequest.newBuilder(URI.create(server.uploadUrl())).POST(BodyPublishers
                    .ofString("abc"));

            String answer = new String(exchange(upload).body(), StandardCharsets.UTF_8);
            exchange(upload);

            // printf abc | sha256sum
            String sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
            assertThat(answer).isEqualTo("{\"bytes\":3,\"sha256\":\"" + sha256 + "\"}");
            assertThat(server.upload(sha256)).hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo(
                    "abc"));
            assertThat(server.uploadCount()).isEqualTo(2);
            assertThat(server.upload("none")).isEmpty();
        }
    }

    @Test
    void refusesToUploadByGetAndWhatIsTooLarge() throws Exception {
        try (FileServer server = new FileServer(1, 1)) {
            HttpRequest.Builder upload = HttpRequest.newBuilder(URI.create(server.uploadUrl()));

            assertThat(exchange(upload.GET()).statusCode()).isEqualTo(405);
            assertThat(exchange(upload.POST(BodyPublishers.ofByteArray(new byte[FileServer.MAX_UPLOAD_BYTES + 1])))
                    .statusCode()).isEqualTo(413);
        }
    }

    @Test
    void forgetsTheOldestUploadsFirst() {
        Uploads uploads = new Uploads();
        String first = uploads.keep(filled(1));
        String second = uploads.keep(filled(2));
        uploads.keep(filled(1));

        uploads.keep(filled(3));

        assertThat(uploads.find(first)).isPresent();
        assertThat(uploads.find(second)).isEmpty();
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[100 << 20];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static HttpResponse<byte[]> exchange(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }
}
