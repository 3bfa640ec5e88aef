package org.graalvisor.workloads.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The JavaScript functions of Table 1. Memory budgets are provisional: generous, and not yet measured in isolates. */
final class JavaScriptFunctions {
    private static final long MEGABYTE = 1L << 20;
    private static final String FOLDER = "/org/graalvisor/workloads/javascript/";
    /** OEIS A000170. */
    private static final int QUEENS = 13;
    private static final long SOLUTIONS = 73_712;

    private JavaScriptFunctions() {}

    static List<Workload> all() {
        Description page = new Description("renders a page with Mustache 4.2.0", "none", "`username`, `n`, `seed`", "",
                "it greets and holds the `n` numbers of that seed in order");
        return List.of(script("helloworld-js", 64, Set.of(), Descriptions.GREETING, Preparations::greeting,
                "helloworld.js"),
                script("dynamic-html-js", 64, Set.of(), page, Preparations::page, "dynamic-html/main.js",
                        "dynamic-html/mustache.js"),
                script("uploader-js", 64, Set.of(), Descriptions.UPLOADER, Preparations::upload, "uploader.js"),
                script("thumbnail-js", 128, Set.of(Need.LIBVIPS), Descriptions.THUMBNAIL, Preparations::thumbnail,
                        "thumbnail.js"),
                script("cpu-js", 128, Set.of(), Descriptions.QUEENS, inputs -> Preparations.queens(QUEENS, SOLUTIONS),
                        "cpu.js"));
    }

    private static Workload script(String name, long megabytes, Set<Need> needs, Description description,
            Function<Inputs, Prepared> preparation, String... files) {
        List<SourceFile> sources = Arrays.stream(files).map(file -> SourceFile.of(FOLDER + file)).toList();
        return Workload.ofScript(name, Language.JAVASCRIPT, sources, megabytes * MEGABYTE, needs, description,
                preparation);
    }
}
