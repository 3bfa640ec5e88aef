package org.graalvisor.workloads.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.graalvisor.workloads.catalogue.check.GifCheck;
import org.graalvisor.workloads.catalogue.check.JpegCheck;
import org.graalvisor.workloads.catalogue.check.OutputCheck;
import org.graalvisor.workloads.catalogue.check.OutputChecks;
import org.graalvisor.workloads.catalogue.check.ZipCheck;
import org.graalvisor.workloads.catalogue.input.Clip;
import org.graalvisor.workloads.catalogue.input.Documents;
import org.graalvisor.workloads.catalogue.input.Photo;

/** All workloads. Memory budgets of scripts are provisional: generous, and not yet measured in isolates. */
public final class Catalogue {
    private static final long MEGABYTE = 1L << 20;
    private static final String RESOURCES = "/org/graalvisor/workloads/";
    private static final String MAIN = "main";
    /** SeBS's middle size. */
    private static final int PAGE_NUMBERS = 1_000;
    private static final int PAGE_SEED = 42;
    /** The paper's size. */
    private static final int THUMBNAIL_PIXELS = 100;
    private static final int GIF_WIDTH = 320;
    private static final int GIF_FRAMES_PER_SECOND = 10;
    /** OEIS A000170: 14200 ways for 12 queens, 73712 for 13. */
    private static final Board PYTHON_BOARD = new Board(12, 14_200);
    private static final Board JAVASCRIPT_BOARD = new Board(13, 73_712);

    private static final List<Workload> ALL = List.of(
            java("helloworld", "HelloWorld", 16, inputs -> prepared("{\"name\":\"World\"}", "", OutputChecks.text(
                    "result", "Hello World!", false))),
            java("filehashing", "FileHashing", 64, inputs -> prepared("{\"url\":\"" + inputs.server().url() + "\"}", "",
                    OutputChecks.text("hash", inputs.server().md5(), true))),
            script("helloworld-js", Language.JAVASCRIPT, 64, Set.of(), Catalogue::greeting, "helloworld.js"),
            script("dynamic-html-js", Language.JAVASCRIPT, 64, Set.of(), Catalogue::page, "dynamic-html/main.js",
                    "dynamic-html/mustache.js"),
            script("uploader-js", Language.JAVASCRIPT, 64, Set.of(), Catalogue::upload, "uploader.js"),
            script("thumbnail-js", Language.JAVASCRIPT, 128, Set.of(Need.LIBVIPS), Catalogue::thumbnail,
                    "thumbnail.js"),
            script("cpu-js", Language.JAVASCRIPT, 128, Set.of(), inputs -> queens(JAVASCRIPT_BOARD), "cpu.js"),
            script("helloworld-python", Language.PYTHON, 256, Set.of(), Catalogue::greeting, "helloworld.py"),
            script("uploader-python", Language.PYTHON, 256, Set.of(), Catalogue::upload, "uploader.py"),
            script("compress-python", Language.PYTHON, 512, Set.of(), Catalogue::compress, "compress.py"),
            script("thumbnail-python", Language.PYTHON, 256, Set.of(Need.LIBVIPS), Catalogue::thumbnail,
                    "thumbnail.py"),
            script("video-python", Language.PYTHON, 256, Set.of(Need.FFMPEG), Catalogue::video, "video.py"),
            script("cpu-python", Language.PYTHON, 512, Set.of(), inputs -> queens(PYTHON_BOARD), "cpu.py"));

    private Catalogue() {}

    /** All workloads, in the order of the paper's Table 1, with the CPU kernels last of their language. */
    public static List<Workload> all() {
        return ALL;
    }

    /**
     * Finds a workload.
     *
     * @param name as in {@link Workload#name}
     */
    public static Optional<Workload> find(String name) {
        return ALL.stream().filter(workload -> workload.name().equals(name)).findFirst();
    }

    private static Prepared greeting(Inputs inputs) {
        return prepared("{\"name\":\"World\"}", "", OutputChecks.text("result", "Hello World!", true));
    }

    private static Prepared page(Inputs inputs) {
        return prepared("{\"username\":\"Ada\",\"n\":" + PAGE_NUMBERS + ",\"seed\":" + PAGE_SEED + "}", "", OutputChecks
                .page("Ada", PAGE_NUMBERS, PAGE_SEED));
    }

    private static Prepared upload(Inputs inputs) {
        String url = inputs.objectUrl();
        return prepared("{\"url\":\"" + url + "\",\"output\":\"" + inputs.server().uploadUrl() + "\"}", "net",
                OutputChecks.stored(Inputs.OBJECT_BYTES, inputs.objectSha256()));
    }

    private static Prepared thumbnail(Inputs inputs) {
        int height = Math.round((float) THUMBNAIL_PIXELS * Photo.HEIGHT / Photo.WIDTH);
        return prepared("{\"url\":\"" + inputs.photoUrl() + "\",\"output\":\"" + inputs.server().uploadUrl()
                + "\",\"width\":" + THUMBNAIL_PIXELS + ",\"height\":" + THUMBNAIL_PIXELS + "}", "net,helpers",
                OutputChecks.storedContent(inputs.server()::upload, new JpegCheck(THUMBNAIL_PIXELS, height, 1)));
    }

    private static Prepared compress(Inputs inputs) {
        return prepared("{\"directory\":\"" + inputs.documents() + "\",\"output\":\"" + inputs.server().uploadUrl()
                + "\"}", "net,read:" + inputs.documents(), OutputChecks.storedContent(inputs.server()::upload,
                        new ZipCheck(Documents.names(), Documents.TOTAL_BYTES)));
    }

    private static Prepared video(Inputs inputs) {
        return prepared("{\"clip\":\"" + inputs.clip() + "\",\"seconds\":" + Clip.SECONDS + ",\"output\":\"" + inputs
                .server().uploadUrl() + "\"}", "net,run:ffmpeg", OutputChecks.storedContent(inputs.server()::upload,
                        new GifCheck(GIF_WIDTH, GIF_WIDTH * Clip.HEIGHT / Clip.WIDTH, GIF_FRAMES_PER_SECOND
                                * Clip.SECONDS)));
    }

    private static Prepared queens(Board board) {
        return prepared("{\"n\":" + board.queens() + "}", "", OutputChecks.number("solutions", board.solutions()));
    }

    private static Prepared prepared(String argumentsJson, String grants, OutputCheck check) {
        return new Prepared(argumentsJson, grants, check);
    }

    private static Workload java(String name, String className, long megabytes,
            Function<Inputs, Prepared> preparation) {
        return new Workload(name, Language.JAVA, "org.graalvisor.workloads.java." + className + "#main", List.of(),
                megabytes * MEGABYTE, Set.of(), preparation);
    }

    private static Workload script(String name, Language language, long megabytes, Set<Need> needs,
            Function<Inputs, Prepared> preparation, String... files) {
        String folder = RESOURCES + language.name().toLowerCase(Locale.ROOT) + "/";
        List<SourceFile> sources = Arrays.stream(files).map(file -> new SourceFile(folder + file, file
                .substring(file.lastIndexOf('/') + 1))).toList();
        return new Workload(name, language, MAIN, sources, megabytes * MEGABYTE, needs, preparation);
    }

    /** A board and how many ways there are to place the queens. */
    private record Board(int queens, long solutions) {}
}
