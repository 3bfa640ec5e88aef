package org.graalvisor.workloads.catalogue.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    @TempDir
    private Path directory;

    @Test
    void aPhotoHasItsSizeAndDependsOnItsSeedAlone() throws IOException {
        byte[] photo = Photo.jpeg(new SplittableRandom(1));

        assertThat(ImageIO.read(new ByteArrayInputStream(photo))).satisfies(image -> assertThat(image.getWidth() + "x"
                + image.getHeight()).isEqualTo("2268x1512"));
        assertThat(photo).isEqualTo(Photo.jpeg(new SplittableRandom(1))).hasSizeBetween(500_000, 3_000_000);
    }

    @Test
    void documentsHaveTheirNumberAndSizeAndDependOnTheirSeedAlone() throws IOException {
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");
        Documents.write(first, new SplittableRandom(1));
        Documents.write(second, new SplittableRandom(1));

        List<Path> files = sorted(first);
        assertThat(files).extracting(file -> file.getFileName().toString()).isEqualTo(Documents.names()).hasSize(39);
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
            assertThat(second.resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
        assertThat(bytes).isEqualTo(Documents.TOTAL_BYTES);
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
