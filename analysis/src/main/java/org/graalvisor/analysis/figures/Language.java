package org.graalvisor.analysis.figures;

import org.graalvisor.analysis.data.Point;

/** Languages of functions; the names of workloads tell them. */
enum Language {
    JAVA("Java", "", "openwhisk-java"), JAVASCRIPT("JavaScript", "-js", "openwhisk-nodejs"), PYTHON("Python", "-python",
            "openwhisk-python");

    private final String words;
    private final String suffix;
    private final String openWhisk;

    Language(String words, String suffix, String openWhisk) {
        this.words = words;
        this.suffix = suffix;
        this.openWhisk = openWhisk;
    }

    /** The language of the point's workload. */
    static Language of(Point point) {
        return ofWorkload(point.dimension("workload"));
    }

    static Language ofWorkload(String workload) {
        if (workload.endsWith(JAVASCRIPT.suffix)) {
            return JAVASCRIPT;
        }
        return workload.endsWith(PYTHON.suffix) ? PYTHON : JAVA;
    }

    boolean isScript() {
        return this != JAVA;
    }

    /** Name of OpenWhisk's runtime for this language. */
    String openWhisk() {
        return openWhisk;
    }

    /** As printed. */
    String words() {
        return words;
    }
}
