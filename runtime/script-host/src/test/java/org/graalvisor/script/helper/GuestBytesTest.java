package org.graalvisor.script.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class GuestBytesTest {
    private static GuestCode code;

    @BeforeContainer
    static void start() {
        code = new GuestCode("helpers,run:cat");
    }

    @AfterContainer
    static void stop() {
        code.close();
    }

    @Property(tries = 200)
    void anyViewOfAnyBufferIsReadWhereItBegins(@ForAll byte[] bytes, @ForAll @IntRange(max = 50) int skipped)
            throws NoSuchAlgorithmException {
        int begin = Math.min(skipped, bytes.length);

        assertThat(code.text("graalvisor.hash('SHA-256', Uint8Array.from(" + Arrays.toString(bytes) + ").subarray("
                + begin + "))")).isEqualTo(sha256(Arrays.copyOfRange(bytes, begin, bytes.length)));
    }

    @Property(tries = 10)
    void bytesComeBackAsTheyWere(@ForAll byte[] bytes) {
        assertThat(code.text("Int8Array.from(graalvisor.run(['cat'], Int8Array.from(" + Arrays.toString(bytes)
                + ")).output).join(', ')")).isEqualTo(Arrays.toString(bytes).replaceAll("[\\[\\]]", ""));
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
