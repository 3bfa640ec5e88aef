package org.graalvisor.workloads.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
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
}
