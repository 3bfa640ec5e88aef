package org.graalvisor.action.build;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;

/**
 * Redirects what an action asks of its process, which in an isolate is everybody's: the environment and the exit. Calls by
 * reflection are not caught.
 */
final class ProcessCalls {
    private static final ClassDesc ENVIRONMENT = ClassDesc.of("org.graalvisor.action.ActionEnvironment");
    private static final ClassDesc EXIT = ClassDesc.of("org.graalvisor.action.ActionExit");

    private final ClassFile context;

    /**
     * @param classes class files by internal name, such as {@code com/example/Hello}: frames are written anew where code
     *            changes, which takes knowing what extends what
     */
    ProcessCalls(Map<String, byte[]> classes) {
        ClassHierarchyResolver own = ClassHierarchyResolver.ofResourceParsing(type -> stream(classes, type));
        this.context = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(own.orElse(ClassHierarchyResolver
                .defaultResolver())));
    }

    private static ByteArrayInputStream stream(Map<String, byte[]> classes, ClassDesc type) {
        String descriptor = type.descriptorString();
        byte[] bytes = classes.get(descriptor.substring(1, descriptor.length() - 1));
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    /** The same class, or one that asks the isolate instead of the process. */
    byte[] redirect(byte[] classFile) {
        ClassModel model = context.parse(classFile);
        boolean asks = model.methods().stream().flatMap(method -> method.code().stream()).flatMap(
                code -> code.elementStream()).anyMatch(element -> replacement(element).isPresent());
        if (!asks) {
            return classFile;
        }
        CodeTransform redirection = ProcessCalls::redirect;
        return context.transformClass(model, ClassTransform.transformingMethodBodies(redirection));
    }

    private static void redirect(CodeBuilder builder, CodeElement element) {
        Optional<Replacement> replacement = replacement(element);
        if (replacement.isEmpty()) {
            builder.with(element);
            return;
        }
        builder.invokestatic(replacement.get().owner(), replacement.get().name(), MethodTypeDesc.ofDescriptor(
                replacement.get().descriptor()));
    }

    private static Optional<Replacement> replacement(CodeElement element) {
        if (!(element instanceof InvokeInstruction call)) {
            return Optional.empty();
        }
        String name = call.name().stringValue();
        String descriptor = call.type().stringValue();
        return switch (call.owner().asInternalName() + "." + name) {
            case "java/lang/System.getenv" -> Optional.of(new Replacement(ENVIRONMENT, name, descriptor));
            case "java/lang/System.exit" -> Optional.of(new Replacement(EXIT, "exit", descriptor));
            case "java/lang/Runtime.exit", "java/lang/Runtime.halt" -> Optional.of(new Replacement(EXIT, "exit",
                    "(Ljava/lang/Runtime;I)V"));
            default -> Optional.empty();
        };
    }

    /** A static method called instead, with the same effect on the stack. */
    private record Replacement(ClassDesc owner, String name, String descriptor) {}
}
