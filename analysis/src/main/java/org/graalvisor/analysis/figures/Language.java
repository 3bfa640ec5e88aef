package org.graalvisor.analysis.figures;

import org.graalvisor.analysis.data.Point;

/** Languages of functions; the names of workloads tell them. */
enum Language {
    JAVA("Java", ""), JAVASCRIPT("JavaScript", "-js"), PYTHON("Python", "-python");

    private final String words;
    private final String suffix;

    Language(String words, String suffix) {
        this.words = words;
        this.suffix = suffix;
    }

    /** The language of the point's workload. */
    static Language of(Point point) {
        String workload = point.dimension("workload");
        if (workload.endsWith(JAVASCRIPT.suffix)) {
            return JAVASCRIPT;
        }
        return workload.endsWith(PYTHON.suffix) ? PYTHON : JAVA;
    }

    boolean isScript() {
        return this != JAVA;
    }

    /** As printed. */
    String words() {
        return words;
    }
}
