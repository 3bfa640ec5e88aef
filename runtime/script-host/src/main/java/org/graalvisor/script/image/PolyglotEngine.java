package org.graalvisor.script.image;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.TargetClass;

/** Truffle's engine, for the one field that says whether it belongs to its first context alone. */
@TargetClass(className = "com.oracle.truffle.polyglot.PolyglotEngineImpl")
final class PolyglotEngine {
    @Alias
    boolean boundEngine;

    private PolyglotEngine() {}
}
