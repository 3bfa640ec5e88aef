package org.graalvisor.workloads.catalogue.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import org.graalvisor.workloads.catalogue.Inputs;
import org.graalvisor.workloads.catalogue.Need;
import org.graalvisor.workloads.catalogue.input.Network;
import org.graalvisor.workloads.catalogue.input.TextLine;
import org.graalvisor.workloads.java.Classify;
import org.graalvisor.workloads.java.RestApi;
import org.graalvisor.workloads.java.Thumbnail;
import org.graalvisor.workloads.java.Video;
import org.graalvisor.workloads.services.FileServer;
import org.graalvisor.workloads.services.Users.Login;
import org.junit.jupiter.api.Test;

/** What the Java functions do with other arguments than the catalogue's. */
class JavaFunctionsTest {

    @Test
    void grantsTheRightPasswordOfEachUserAndNoOther() throws IOException {
        try (FileServer server = new FileServer(1, 5)) {
            Login first = server.users().login(0);
            Login last = server.users().login(999);

            assertThat(RestApi.main(arguments(server, first.username(), first.password()))).startsWith(
                    "{\"login\":true,\"email\":\"user0@example.org\",\"exec_time_us\":");
            assertThat(RestApi.main(arguments(server, last.username(), last.password()))).contains(
                    "user999@example.org");
            assertThat(RestApi.main(arguments(server, last.username(), first.password()))).startsWith(
                    "{\"login\":false,");
            assertThat(RestApi.main(arguments(server, "no/body", first.password()))).startsWith("{\"login\":false,");
        }
    }

    @Test
    void aBackEndThatFailsIsAnError() throws IOException {
        try (FileServer server = new FileServer(1, 5)) {
            String upload = "{\"url\":\"" + server.uploadUrl() + "\",\"username\":\"a\",\"password\":\"b\"}";

            assertThatThrownBy(() -> RestApi.main(upload)).isInstanceOf(IOException.class).hasMessageEndingWith(
                    "/upload/a answered 405");
        }
    }

    private static String arguments(FileServer server, String username, String password) {
        return "{\"url\":\"" + server.usersUrl() + "\",\"username\":\"" + username + "\",\"password\":\"" + password
                + "\"}";
    }

    @Test
    void aTextIsToldFromOneThatIsUpsideDown() throws Exception {
        try (Inputs inputs = new Inputs(1)) {
            String upright = inputs.server().publish("upright.ppm", TextLine.pixmap(false));

            assertThat(Classify.main(classify(upright, inputs))).startsWith("{\"class\":" + Network.UPRIGHT
                    + ",\"confidence\":0.9");
            assertThat(Classify.main(classify(inputs.textLineUrl(), inputs))).startsWith("{\"class\":"
                    + Network.UPSIDE_DOWN + ",\"confidence\":0.9");
        }
    }

    @Test
    void whatIsNoPixmapIsNotClassified() throws IOException {
        try (Inputs inputs = new Inputs(1)) {
            byte[] torn = Arrays.copyOf(TextLine.pixmap(false), 1000);

            assertThatThrownBy(() -> Classify.main(classify(inputs.server().publish("torn", torn), inputs)))
                    .hasMessage("a pixmap of 192x48 pixels has not 1000 bytes");
            assertThatThrownBy(() -> Classify.main(classify(inputs.objectUrl(), inputs))).hasMessage(
                    "the image is no portable pixmap of the form P6 with 255 levels");
        }
    }

    private static String classify(String url, Inputs inputs) {
        return "{\"url\":\"" + url + "\",\"model\":\"" + inputs.network().model() + "\",\"libraries\":\"" + inputs
                .network().libraries() + "\"}";
    }

    @Test
    void aClipThatIsMissingIsAnErrorWithWhatFfmpegSays() {
        assumeTrue(Need.FFMPEG.problem().isEmpty(), () -> Need.FFMPEG.problem().orElseThrow());

        assertThatThrownBy(() -> Video.main(
                "{\"clip\":\"/none.mp4\",\"seconds\":1,\"width\":640,\"height\":480,\"output\":\"http://127.0.0.1:1\"}"))
                .isInstanceOf(IOException.class).hasMessageMatching(
                        "(?s)ffmpeg ended with status \\d+: .*/none.mp4: No such file or directory.*");
    }

    @Test
    void whatIsNoImageHasNoThumbnail() throws IOException {
        assumeTrue(Need.LIBVIPS.problem().isEmpty(), () -> Need.LIBVIPS.problem().orElseThrow());
        try (Inputs inputs = new Inputs(1)) {
            String json = "{\"url\":\"" + inputs.objectUrl() + "\",\"output\":\"" + inputs.server().uploadUrl()
                    + "\",\"width\":100,\"height\":100}";

            assertThatThrownBy(() -> Thumbnail.main(json)).hasMessageStartingWith("libvips cannot read the image");
        }
    }
}
