package org.graalvisor.script.image;

import com.oracle.svm.core.annotate.TargetClass;

/** Truffle's context. */
@TargetClass(className = "com.oracle.truffle.polyglot.PolyglotContextImpl")
final class PolyglotContext {
    private PolyglotContext() {}
}
