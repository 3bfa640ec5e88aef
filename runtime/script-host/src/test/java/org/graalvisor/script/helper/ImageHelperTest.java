package org.graalvisor.script.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.graalvisor.script.helper.vips.VipsException;
import org.graalvisor.script.helper.vips.VipsLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageHelperTest {
    private final GuestCode code = new GuestCode("helpers");

    @BeforeEach
    void requireLibvips() {
        Optional<String> problem = problem();
        assumeTrue(problem.isEmpty(), () -> "unavailable: " + problem.orElseThrow());
    }

    @AfterEach
    void close() {
        code.close();
    }

    @ParameterizedTest
    @CsvSource({"400,200,100,100,100,50", "200,400,100,100,50,100", "300,300,64,200,64,64", "10,10,100,100,100,100"})
    void keepsProportionsWithinTheBox(int width, int height, int boxWidth, int boxHeight, int madeWidth,
            int madeHeight) throws IOException {
        code.context().getBindings("js").putMember("photo", jpeg(width, height));

        byte[] made = bytes(code.text("graalvisor.image.thumbnail(Uint8Array.from(photo, c => c.charCodeAt(0)), "
                + boxWidth + ", " + boxHeight + ").join()"));

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(made));
        assertThat(image.getWidth()).isEqualTo(madeWidth);
        assertThat(image.getHeight()).isEqualTo(madeHeight);
    }

    @Test
    void saysWhatIsNoImage() {
        assertThat(code.error("graalvisor.image.thumbnail('no image', 10, 10)")).contains(
                "graalvisor.image.thumbnail: libvips cannot read the image");
        assertThat(code.error("graalvisor.image.thumbnail('', 10, 10)")).contains("libvips cannot read the image");
        assertThat(code.error("graalvisor.image.thumbnail('', 0, 10)")).contains(
                "the argument 'width' has to be a whole number from 1 to 4096, not 0");
        assertThat(code.error("graalvisor.image.thumbnail('', 10, 'x')")).contains("not a string");
    }

    @Test
    void saysWhatToDoWhenTheLibraryIsMissing() {
        System.setProperty(VipsLibrary.SETTING, "/no/such/libvips.so");
        try {
            assertThatThrownBy(VipsLibrary::open).isInstanceOf(VipsException.class).hasMessageContaining(
                    "/no/such/libvips.so").hasMessageContaining("Debian: libvips42");
        } finally {
            System.clearProperty(VipsLibrary.SETTING);
        }
    }

    private static Optional<String> problem() {
        try {
            VipsLibrary.open();
            return Optional.empty();
        } catch (VipsException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** A JPEG, one character a byte. */
    private static String jpeg(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String numbers) {
        String[] parts = numbers.split(",", -1);
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }
}
