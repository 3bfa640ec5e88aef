package org.graalvisor.baselines.openwhisk.hotspot;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;

/**
 * Redirects an action's calls of System.exit, Runtime.exit and Runtime.halt to {@link ActionExit}. OpenWhisk's own proxy
 * used a security manager, which Java no longer has. Calls by reflection are not caught.
 */
final class ExitCalls {
    private static final byte[] EXIT = "exit".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HALT = "halt".getBytes(StandardCharsets.US_ASCII);
    private static final ClassDesc REPLACEMENT = ActionExit.class.describeConstable().orElseThrow();
    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
    private static final MethodTypeDesc STATUS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc RUNTIME_STATUS = MethodTypeDesc.of(ConstantDescs.CD_void, RUNTIME,
            ConstantDescs.CD_int);

    private ExitCalls() {}

    /**
     * Rewrites one class, if it may need it: most classes are loaded without being parsed here.
     *
     * @param classFile a class
     * @return the same bytes, or rewritten ones
     */
    static byte[] redirect(byte[] classFile) {
        if (!contains(classFile, EXIT) && !contains(classFile, HALT)) {
            return classFile;
        }
        ClassFile context = ClassFile.of();
        return context.transformClass(context.parse(classFile), ClassTransform.transformingMethodBodies(
                (CodeTransform) ExitCalls::redirectCall));
    }

    private static void redirectCall(CodeBuilder builder, CodeElement element) {
        if (element instanceof InvokeInstruction call && call.type().equalsString("(I)V")) {
            String owner = call.owner().asInternalName();
            String name = call.name().stringValue();
            if (owner.equals("java/lang/System") && name.equals("exit")) {
                builder.invokestatic(REPLACEMENT, "exit", STATUS);
                return;
            }
            if (owner.equals("java/lang/Runtime") && (name.equals("exit") || name.equals("halt"))) {
                builder.invokestatic(REPLACEMENT, "exit", RUNTIME_STATUS);
                return;
            }
        }
        builder.with(element);
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (bytes[i] == part[0] && bytes[i + 1] == part[1] && bytes[i + 2] == part[2] && bytes[i + 3] == part[3]) {
                return true;
            }
        }
        return false;
    }
}
