package org.graalvisor.workloads.catalogue.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputChecksTest {

    @Test
    void acceptsWhatIsExpected() {
        assertThat(OutputChecks.text("result", "Hello", true).problem("{\"result\":\"Hello\",\"exec_time_us\":0}"))
                .isEmpty();
        assertThat(OutputChecks.text("result", "Hello", false).problem("{\"result\":\"Hello\"}")).isEmpty();
        assertThat(OutputChecks.number("n", 7).problem("{\"n\":7,\"exec_time_us\":12}")).isEmpty();
        assertThat(OutputChecks.stored(3, "ab").problem("{\"bytes\":3,\"sha256\":\"ab\",\"exec_time_us\":1}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"{\"n\":8,\"exec_time_us\":1}|n should be 7 but is 8",
            "{\"n\":7.5,\"exec_time_us\":1}|the reply has no whole number 'n': {\"n\":7.5,\"exec_time_us\":1}",
            "{\"exec_time_us\":1}|the reply has no whole number 'n': {\"exec_time_us\":1}",
            "{\"n\":7}|the reply has no whole number 'exec_time_us': {\"n\":7}",
            "{\"n\":7,\"exec_time_us\":-1}|exec_time_us is negative: -1", "[7]|the reply is no JSON object: [7]"})
    void saysWhatIsWrong(String reply, String problem) {
        assertThat(OutputChecks.number("n", 7).problem(reply)).hasValue(problem);
    }

    @Test
    void saysWhatIsNoJson() {
        assertThat(OutputChecks.number("n", 7).problem("{")).hasValueSatisfying(problem -> assertThat(problem)
                .startsWith("the reply is no JSON: "));
        assertThat(OutputChecks.number("n", 7).problem("")).isPresent();
    }

    @Test
    void looksAtTheSameStoredContentOnce() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 3, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        AtomicInteger asked = new AtomicInteger();
        OutputCheck check = OutputChecks.storedContent(hash -> {
            asked.incrementAndGet();
            return hash.equals("aa") ? Optional.of(jpeg.toByteArray()) : Optional.empty();
        }, new JpegCheck(2, 3, 0));
        String right = "{\"bytes\":" + jpeg.size() + ",\"sha256\":\"aa\",\"exec_time_us\":1}";

        assertThat(check.problem("{\"bytes\":1,\"sha256\":\"aa\",\"exec_time_us\":1}")).hasValueSatisfying(
                problem -> assertThat(problem).endsWith("but is 1"));
        assertThat(check.problem(right)).isEmpty();
        assertThat(check.problem(right)).isEmpty();
        assertThat(asked).hasValue(2);
        assertThat(check.problem("{\"bytes\":1,\"sha256\":\"bb\",\"exec_time_us\":1}")).hasValue(
                "nothing with the hash bb was stored");
    }

    @Test
    void aPageGreetsAndListsTheNumbersOfItsSeed() {
        // 48271 * 42 = 2027382; 2027382 * 48271 mod 2147483647 = 1226992407
        String html = "<h1>Welcome Ada!</h1><li>27382</li><li>992407</li>";

        assertThat(page(html, 2)).isEmpty();
        assertThat(page(html, 3)).hasValue("the count of numbers in the page should be 3 but is 2");
        assertThat(page(html.replace("27382", "27383"), 2)).hasValue(
                "number 0 of the page should be 27382 but is 27383");
        assertThat(page(html.replace("Ada", "Bob"), 2)).hasValue("the page does not greet Ada");
    }

    private static Optional<String> page(String html, int count) {
        return OutputChecks.page("Ada", count, 42).problem("{\"html\":\"" + html + "\",\"exec_time_us\":1}");
    }
}
