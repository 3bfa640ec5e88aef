package org.graalvisor.function.image;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.graalvm.nativeimage.c.type.CCharPointerPointer;

/**
 * Drops the second parse of isolate arguments.
 *
 * <p>
 * {@code -Xmx} and its like are read straight from the C strings before the heap exists. Afterwards Native Image makes
 * Java strings of all arguments and parses them again for options that only Java code knows; a function library is
 * given none of those.
 */
@TargetClass(className = "com.oracle.svm.core.SubstrateUtil")
final class IsolateArguments {
    private IsolateArguments() {}

    @Substitute
    public static String[] convertCToJavaArgs(int argc, CCharPointerPointer argv) {
        return new String[0];
    }
}
