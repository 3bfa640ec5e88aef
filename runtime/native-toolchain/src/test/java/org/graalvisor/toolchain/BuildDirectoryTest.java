package org.graalvisor.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildDirectoryTest {
    @TempDir
    private Path root;

    @Test
    void isFilledOnce() throws IOException {
        AtomicInteger fillings = new AtomicInteger();
        BuildDirectory directory = new BuildDirectory(root, "image");
        for (int i = 0; i < 2; i++) {
            directory.complete(partial -> Files.writeString(partial.resolve("file"), "content " + fillings
                    .incrementAndGet()));
        }
        assertThat(directory.path().resolve("file")).hasContent("content 1");
    }

    @Test
    void leavesNothingThatLooksCompleteWhenFillingFails() {
        BuildDirectory directory = new BuildDirectory(root, "image");
        assertThatThrownBy(() -> directory.complete(partial -> {
            Files.writeString(partial.resolve("file"), "half");
            throw new IOException("the disk is full");
        })).isInstanceOf(UncheckedIOException.class).hasRootCauseMessage("the disk is full");
        assertThat(directory.isComplete()).isFalse();
    }

    @Test
    void removesWhatAnInterruptedBuildLeft() throws IOException {
        Path partial = Files.createDirectories(root.resolve("image.partial"));
        Files.writeString(partial.resolve("half"), "half");
        BuildDirectory directory = new BuildDirectory(root, "image");
        directory.complete(fresh -> Files.writeString(fresh.resolve("file"), "whole"));
        assertThat(directory.path()).isDirectoryContaining("glob:**file").isDirectoryNotContaining("glob:**half");
    }
}
