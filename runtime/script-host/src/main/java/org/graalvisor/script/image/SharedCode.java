package org.graalvisor.script.image;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.TargetClass;

/** What the contexts of one Truffle engine share; it offers one prepared context to the next that is built. */
@TargetClass(className = "com.oracle.truffle.polyglot.PolyglotSharingLayer", innerClass = "Shared")
final class SharedCode {
    @Alias
    PolyglotContext preInitializedContext;

    private SharedCode() {}
}
