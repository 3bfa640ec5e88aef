package org.graalvisor.trace.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.graalvisor.trace.TraceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingTest {
    private static final Panel.Axis LINEAR = new Panel.Axis("seconds", false);
    private static final Panel.Axis DECADES = new Panel.Axis("GB", true);

    @TempDir
    Path folder;

    @Test
    void aDrawingIsWrittenAsPixelsAndAsVectorsWithEveryCurveInItsColour() throws IOException {
        Panel panel = new Panel("Memory", LINEAR, DECADES, List.of(curve("one", 1, 10), curve("two", 10, 100)), true);
        new Drawing(List.of(panel, panel), "A caption that says where the numbers come from. ".repeat(9)).write(folder,
                "both");

        BufferedImage image = ImageIO.read(folder.resolve("both.png").toFile());
        assertThat(image.getWidth()).isEqualTo(1_600);
        assertThat(count(image, 0xD55E00)).as("first colour").isGreaterThan(500);
        assertThat(count(image, 0x0072B2)).as("second colour").isGreaterThan(500);
        assertThat(Files.readString(folder.resolve("both.svg"))).contains("<svg", "A caption that says");
    }

    @Test
    void aLogarithmicAxisLeavesOutWhatItHasNoPlaceFor() throws IOException {
        Panel panel = new Panel("Memory", LINEAR, DECADES, List.of(curve("partly", 0, 10), curve("nowhere", 0, 0)),
                true);
        new Drawing(List.of(panel), "caption").write(folder, "some");
        BufferedImage image = ImageIO.read(folder.resolve("some.png").toFile());
        assertThat(count(image, 0xD55E00)).isPositive();
        assertThat(count(image, 0x0072B2)).isZero();
    }

    @Test
    void manyPointsBecomeMeansOfEqualParts() {
        double[] places = IntStream.range(0, 86_400).mapToDouble(i -> i).toArray();
        Curve thinned = new Curve("day", places, places).thinned();
        assertThat(thinned.x()).hasSizeLessThan(2_000);
        assertThat(Arrays.stream(thinned.y()).average().orElseThrow()).isEqualTo(86_399 / 2.0);
        assertThat(curve("short", 1, 2).thinned().y()).containsExactly(1, 2);
    }

    @Test
    void curvesWithoutPointsAndFoldersThatCannotBeMadeAreErrors() throws IOException {
        assertThatThrownBy(() -> new Curve("empty", new double[0], new double[0])).hasMessageContaining("empty");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new Drawing(List.of(), "caption").write(file.resolve("below"), "name"))
                .isInstanceOf(TraceException.class).hasMessageContaining("check space and permissions");
    }

    private static Curve curve(String label, double... y) {
        return new Curve(label, IntStream.range(0, y.length).mapToDouble(i -> i).toArray(), y);
    }

    private static long count(BufferedImage image, int color) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFFFFFF) == color).count();
    }
}
