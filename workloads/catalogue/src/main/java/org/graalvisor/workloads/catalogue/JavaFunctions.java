package org.graalvisor.workloads.catalogue;

import ai.onnxruntime.OrtEnvironment;
import com.fasterxml.jackson.core.JsonFactory;
import java.util.List;
import java.util.Set;
import org.graalvisor.script.helper.vips.Vips;
import org.graalvisor.workloads.catalogue.check.OutputChecks;
import org.graalvisor.workloads.catalogue.code.JarPart;
import org.graalvisor.workloads.catalogue.code.JavaCode;
import org.graalvisor.workloads.catalogue.input.Network;
import org.graalvisor.workloads.java.Classify;
import org.graalvisor.workloads.java.FileHashing;
import org.graalvisor.workloads.java.HelloWorld;
import org.graalvisor.workloads.java.RestApi;
import org.graalvisor.workloads.java.Thumbnail;
import org.graalvisor.workloads.java.Video;
import org.graalvisor.workloads.services.Users;
import org.graalvm.nativeimage.ImageInfo;

/** The Java functions of Table 1. */
final class JavaFunctions {
    private static final long MEGABYTE = 1L << 20;
    private static final String HTTP = "--enable-url-protocols=http";
    private static final JarPart JACKSON = JarPart.packages(JsonFactory.class, "com.fasterxml.jackson.core");

    private JavaFunctions() {}

    static List<Workload> all() {
        return List.of(helloWorld(), fileHashing(), restApi(), video(), thumbnail(), classify());
    }

    private static Workload helloWorld() {
        return Workload.ofJava("helloworld", JavaCode.of(HelloWorld.class, JarPart.classes(HelloWorld.class)), 16
                * MEGABYTE, Set.of(), new Description("greets", "none", "none", "", "it greets"),
                inputs -> new Prepared("{\"name\":\"World\"}", "", OutputChecks.text("result", "Hello World!", false)));
    }

    private static Workload fileHashing() {
        JavaCode code = code(FileHashing.class, "Http", "JsonArguments").withImageOptions(HTTP);
        return Workload.ofJava("filehashing", code, 64 * MEGABYTE, Set.of(), new Description("GETs a file, MD5",
                "file of 2 MiB", "`url`", "", "the MD5 is the file's"), inputs -> new Prepared("{\"url\":\"" + inputs
                        .server().url() + "\"}", "", OutputChecks.text("hash", inputs.server().md5(), true)));
    }

    private static Workload restApi() {
        JavaCode code = code(RestApi.class, "JsonArguments", "Http").withImageOptions(HTTP);
        return Workload.ofJava("restapi", code, 32 * MEGABYTE, Set.of(), new Description(
                "GETs a user's record as JSON and compares the hash of a password, a login",
                "REST back-end with 1000 users", "`url`, `username`, `password`", "",
                "the login is granted and the e-mail address is the record's"), inputs -> {
                    Users.Login login = inputs.login();
                    return new Prepared("{\"url\":\"" + inputs.server().usersUrl() + "\",\"username\":\"" + login
                            .username() + "\",\"password\":\"" + login.password() + "\"}", "", OutputChecks.login(login
                                    .email()));
                });
    }

    private static Workload video() {
        JavaCode code = code(Video.class, "JsonArguments", "Http").withImageOptions(HTTP);
        return Workload.ofJava("video", code, 32 * MEGABYTE, Set.of(Need.FFMPEG), new Description(
                "clip → MP4 of 640×480 by ffmpeg", "clip of 4 s, 1280×720",
                "`clip`, `seconds`, `width`, `height`, `output`", "", "the stored MP4 has 640×480 pixels and "
                        + Preparations.CLIP_FRAMES + " frames"), Preparations::rescale);
    }

    private static Workload thumbnail() {
        JavaCode code = JavaCode.of(Thumbnail.class, JarPart.classes(Thumbnail.class, "JsonArguments", "Http"), JACKSON,
                JarPart.packages(Vips.class, "org.graalvisor.script.helper.vips"),
                // The builder brings its own.
                JarPart.classes(ImageInfo.class).onHotSpotOnly()).withImageOptions(HTTP);
        return Workload.ofJava("thumbnail", code, 64 * MEGABYTE, Set.of(Need.LIBVIPS), Descriptions.THUMBNAIL
                .withoutGrants(), inputs -> Preparations.thumbnail(inputs).withoutGrants());
    }

    private static Workload classify() {
        JavaCode code = JavaCode.of(Classify.class, JarPart.classes(Classify.class, "JsonArguments", "Http", "Pixmap"),
                JACKSON, JarPart.packages(OrtEnvironment.class, "ai.onnxruntime"), JarPart.files(Classify.class,
                        "META-INF/native-image/org.graalvisor/classify/")).withImageOptions(HTTP);
        return Workload.ofJava("classify", code, 64 * MEGABYTE, Set.of(), new Description(
                "tells whether a line of text is upside down, with a neural network on ONNX Runtime",
                "image of 192×48, network of 0.6 MB", "`url`, `model`, `libraries`", "", "the text is upside down"),
                inputs -> new Prepared("{\"url\":\"" + inputs.textLineUrl() + "\",\"model\":\"" + inputs.network()
                        .model() + "\",\"libraries\":\"" + inputs.network().libraries() + "\"}", "", OutputChecks
                                .number("class", Network.UPSIDE_DOWN)));
    }

    private static JavaCode code(Class<?> type, String... helpers) {
        return JavaCode.of(type, JarPart.classes(type, helpers), JACKSON);
    }
}
