package org.graalvisor.workloads.catalogue.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ContentChecksTest {
    /** {@code ffmpeg -f lavfi -i testsrc2=s=16x8:r=2:d=1.5 -f gif three-frames.gif}, version 5.1.9. */
    private static final byte[] GIF = resource("three-frames.gif");

    /** {@code ffmpeg -f lavfi -i testsrc2=s=16x8:r=2:d=1.5 -c:v mpeg4 -fflags +bitexact -flags +bitexact three-frames.mp4}. */
    private static final byte[] MP4 = resource("three-frames.mp4");

    @Test
    void aJpegIsToldByItsHeader() throws IOException {
        byte[] jpeg = image("jpeg", 100, 67);

        assertThatNoException().isThrownBy(() -> new JpegCheck(100, 66, 1).require(jpeg));
        assertThatWrong(() -> new JpegCheck(100, 65, 1).require(jpeg),
                "the JPEG should have 100x65 pixels but has 100x67");
        assertThatWrong(() -> new JpegCheck(100, 67, 1).require(image("png", 100, 67)), "the content is no JPEG");
        assertThatWrong(() -> new JpegCheck(1, 1, 1).require(Arrays.copyOf(jpeg, 20)),
                "the JPEG has no frame header");
    }

    @Test
    void aGifIsToldByItsBlocks() {
        assertThatNoException().isThrownBy(() -> new GifCheck(16, 8, 3).require(GIF));
        assertThatWrong(() -> new GifCheck(16, 8, 4).require(GIF), "the number of frames should be 4 but is 3");
        assertThatWrong(() -> new GifCheck(16, 9, 3).require(GIF), "the height of the GIF should be 9 but is 8");
        assertThatWrong(() -> new GifCheck(16, 8, 3).require(Arrays.copyOf(GIF, GIF.length / 2)),
                "the GIF is cut off");
        assertThatWrong(() -> new GifCheck(16, 8, 3).require(new byte[3]), "the content is no GIF");
    }

    @Test
    void anMp4IsToldByItsBoxes() {
        assertThatNoException().isThrownBy(() -> new Mp4Check(16, 8, 3).require(MP4));
        assertThatWrong(() -> new Mp4Check(16, 8, 4).require(MP4), "the number of frames should be 4 but is 3");
        assertThatWrong(() -> new Mp4Check(16, 9, 3).require(MP4), "the height of the MP4 should be 9 but is 8");
        assertThatWrong(() -> new Mp4Check(16, 8, 3).require(Arrays.copyOf(MP4, MP4.length - 100)),
                "the MP4 is cut off");
        assertThatWrong(() -> new Mp4Check(16, 8, 3).require(GIF), "the MP4 is cut off");
        assertThatWrong(() -> new Mp4Check(16, 8, 3).require(new byte[3]),
                "the content is no MP4: it has no box 'moov'");
        assertThatWrong(() -> new Mp4Check(16, 8, 3).require(new byte[16]),
                "the content is no MP4: a box of 0 bytes at 0");
    }

    @Test
    void anArchiveIsUnpacked() throws IOException {
        byte[] archive = zip(List.of("a", "b"), 1_000);

        assertThatNoException().isThrownBy(() -> new ZipCheck(List.of("a", "b"), 2_000).require(archive));
        assertThatWrong(() -> new ZipCheck(List.of("a"), 2_000).require(archive),
                "the list of packed files should be [a] but is [a, b]");
        assertThatWrong(() -> new ZipCheck(List.of("a", "b"), 1_999).require(archive),
                "the number of packed bytes should be 1999 but is 2000");
        byte[] damaged = archive.clone();
        damaged[34] ^= 1;
        assertThatWrong(() -> new ZipCheck(List.of("a", "b"), 2_000).require(damaged), "is no sound zip archive");
    }

    @Property
    void noBytesMakeACheckFailOtherwiseThanBySayingSo(@ForAll byte[] bytes) {
        byte[] likeAGif = GIF.clone();
        System.arraycopy(bytes, 0, likeAGif, 10, Math.min(bytes.length, GIF.length - 10));
        for (ContentCheck check : List.of(new GifCheck(16, 8, 3), new JpegCheck(1, 1, 0), new ZipCheck(List.of("a"),
                1))) {
            for (byte[] content : List.of(bytes, likeAGif)) {
                try {
                    check.require(content);
                } catch (WrongOutputException expected) {
                    assertThat(expected.getMessage()).isNotBlank();
                }
            }
        }
    }

    private static void assertThatWrong(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(WrongOutputException.class).hasMessageContaining(message);
    }

    private static byte[] image(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] zip(List<String> names, int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (String name : names) {
                archive.putNextEntry(new ZipEntry(name));
                archive.write(new byte[length]);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] resource(String name) {
        try (InputStream stream = ContentChecksTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
