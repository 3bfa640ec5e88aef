package org.graalvisor.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCacheTest {
    @TempDir
    private Path root;

    private Path classes;

    /** Stands for a builder: copies a file to where the image belongs. */
    private record CopyingBuilder(String fingerprint, String shellCommand) implements ImageBuilder {
        @Override
        public String description() {
            return "copying builder";
        }

        @Override
        public List<String> command(ImageRequest request, Path output, Path work) {
            return List.of("sh", "-c", shellCommand, "sh", output.resolve(request.fileName()).toString());
        }

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }
    }

    private static final class Events implements BuildListener {
        private final List<String> events = new ArrayList<>();

        @Override
        public void started(String image) {
            events.add("started " + image);
        }

        @Override
        public void progressed(String image, String line) {
            events.add(line);
        }

        @Override
        public void finished(String image, double seconds, long bytes) {
            events.add("finished " + bytes);
        }
    }

    @BeforeEach
    void writeAClass() throws IOException {
        classes = Files.createDirectories(root.resolve("classes"));
        Files.writeString(classes.resolve("A.class"), "one");
    }

    @Test
    void buildsOnceAndSaysSo() {
        Events events = new Events();
        NativeToolchain toolchain = toolchain("echo working; printf 12345 > \"$1\"", events);
        Path built = toolchain.build(request());
        assertThat(toolchain.build(request())).isEqualTo(built).hasContent("12345");
        assertThat(events.events).containsExactly("started f.so", "working", "finished 5");
    }

    @Test
    void aFailedBuildShowsTheBuildersLastLinesAndLeavesNoImage() {
        NativeToolchain toolchain = toolchain("echo something is wrong; exit 3", new Events());
        assertThatThrownBy(() -> toolchain.build(request()))
                .isInstanceOf(ToolchainException.class).hasMessageContaining("status 3").hasMessageContaining(
                        "something is wrong");
        assertThat(toolchain.isCached(request())).isFalse();
    }

    @Test
    void changedContentOptionsOrBuilderMeansAnotherImage() throws IOException {
        ImageCache cache = new ImageCache(root.resolve("cache"));
        CopyingBuilder builder = new CopyingBuilder("1", "");
        Path first = cache.directory(builder, request()).path();
        assertThat(cache.directory(builder, request("-H:+B")).path()).isNotEqualTo(first);
        assertThat(cache.directory(new CopyingBuilder("2", ""), request()).path()).isNotEqualTo(first);
        assertThat(cache.directory(builder, request()).path()).isEqualTo(first);
        Files.writeString(classes.resolve("A.class"), "two");
        assertThat(cache.directory(builder, request()).path()).isNotEqualTo(first);
    }

    @Test
    void movingTheClassPathKeepsTheImage() throws IOException {
        ImageCache cache = new ImageCache(root.resolve("cache"));
        CopyingBuilder builder = new CopyingBuilder("1", "");
        Path first = cache.directory(builder, request()).path();
        Path moved = root.resolve("moved");
        Files.move(classes, moved);
        classes = moved;
        assertThat(cache.directory(builder, request()).path()).isEqualTo(first);
    }

    @Test
    void packingTheClassPathIntoAJarKeepsTheImage() throws IOException {
        ImageCache cache = new ImageCache(root.resolve("cache"));
        CopyingBuilder builder = new CopyingBuilder("1", "");
        Path unpacked = cache.directory(builder, request()).path();
        Path jar = root.resolve("classes.jar");
        try (ZipOutputStream output = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("META-INF/MANIFEST.MF", "META-INF/maven/g/a/pom.xml", "A.class")) {
                output.putNextEntry(new ZipEntry(name));
                output.write("one".getBytes(StandardCharsets.UTF_8));
            }
        }
        classes = jar;
        assertThat(cache.directory(builder, request()).path()).isEqualTo(unpacked);
    }

    private NativeToolchain toolchain(String shellCommand, BuildListener listener) {
        return new NativeToolchain(new CopyingBuilder("1", shellCommand), new ImageCache(root.resolve("cache")),
                listener);
    }

    private ImageRequest request(String... options) {
        return new ImageRequest("f", ImageRequest.Kind.SHARED_LIBRARY, List.of(classes), "", List.of(options));
    }
}
