package org.graalvisor.workloads.catalogue;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The Python functions of Table 1. Memory budgets are provisional: generous, and not yet measured in isolates. */
final class PythonFunctions {
    private static final long MEGABYTE = 1L << 20;
    private static final String FOLDER = "/org/graalvisor/workloads/python/";
    /** OEIS A000170. */
    private static final int QUEENS = 12;
    private static final long SOLUTIONS = 14_200;

    private PythonFunctions() {}

    static List<Workload> all() {
        Description compress = new Description("zips a directory", "39 files of 10 MB", "`directory`, `output`",
                "net,read:…", "the stored archive unpacks to these names and as many bytes");
        Description video = new Description("clip → animated GIF by ffmpeg", "clip of 4 s, 1280×720",
                "`clip`, `seconds`, `output`", "net,run:ffmpeg", "the stored GIF has 320×180 pixels and 40 frames");
        return List.of(script("helloworld-python", 256, Set.of(), Descriptions.GREETING, Preparations::greeting,
                "helloworld.py"),
                script("uploader-python", 256, Set.of(), Descriptions.UPLOADER, Preparations::upload, "uploader.py"),
                script("compress-python", 512, Set.of(), compress, Preparations::compress, "compress.py"),
                script("thumbnail-python", 256, Set.of(Need.LIBVIPS), Descriptions.THUMBNAIL, Preparations::thumbnail,
                        "thumbnail.py"),
                script("video-python", 256, Set.of(Need.FFMPEG), video, Preparations::gif, "video.py"),
                script("cpu-python", 512, Set.of(), Descriptions.QUEENS, inputs -> Preparations.queens(QUEENS,
                        SOLUTIONS), "cpu.py"));
    }

    private static Workload script(String name, long megabytes, Set<Need> needs, Description description,
            Function<Inputs, Prepared> preparation, String file) {
        return Workload.ofScript(name, Language.PYTHON, List.of(SourceFile.of(FOLDER + file)), megabytes * MEGABYTE,
                needs, description, preparation);
    }
}
