package org.graalvisor.baselines.photons.rewrite;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rewrites one class: its static fields move into a state class, its initialiser becomes a method. */
final class ClassRewriter {
    /** Interfaces have static methods since Java 8. */
    private static final int STATIC_INTERFACE_METHODS = ClassFile.JAVA_8_VERSION;
    private static final int INITIALISER_FLAGS = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private final ClassFile context;
    private final ClassFacts facts;
    private final Optional<Integer> number;
    private final CodeRewriter code;
    private final Optional<EnumInitialiser> enumInitialiser;

    ClassRewriter(ClassFile context, ClassTable table, ClassFacts facts) {
        this.context = context;
        this.facts = facts;
        this.number = table.number(facts.internalName());
        this.code = new CodeRewriter(table, facts);
        this.enumInitialiser = facts.declaresConstants()
                ? facts.initialiser().flatMap(MethodModel::code).flatMap(body -> EnumInitialiser.split(facts, body))
                : Optional.empty();
    }

    /**
     * @return class files by binary name: the class, and its state class if it needs one
     * @throws UnsupportedFunctionException when the class cannot be rewritten
     */
    Map<String, byte[]> rewrite() throws UnsupportedFunctionException {
        Map<String, byte[]> written = new HashMap<>();
        try {
            written.put(facts.binaryName(), context.transformClass(facts.model(), this::transform));
            if (number.isPresent()) {
                written.put(facts.binaryName() + "$PhotonsStatics", StateClassWriter.write(facts, number.get(),
                        hasPerInvocationInitialiser()));
            }
        } catch (IllegalArgumentException e) {
            // Too large after the rewriting, or with supertypes that are not in the jar.
            throw new UnsupportedFunctionException("class " + facts.binaryName() + " cannot be rewritten: " + e
                    .getMessage());
        }
        return written;
    }

    private boolean hasPerInvocationInitialiser() {
        return facts.initialiser().isPresent() && enumInitialiser.map(EnumInitialiser::hasPerInvocationPart).orElse(
                true);
    }

    private void transform(ClassBuilder type, ClassElement element) {
        switch (element) {
            case FieldModel field when facts.isPerInvocation(field) -> {
                // Lives in the state class now.
                return;
            }
            case MethodModel method when method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME) -> initialiser(
                    type, method);
            case MethodModel method when isChanged(method) -> type.transformMethod(method, MethodTransform
                    .transformingCode(transform(startsInitialiser(method))));
            case ClassFileVersion version when facts.isInterface() && version
                    .majorVersion() < STATIC_INTERFACE_METHODS -> type.withVersion(STATIC_INTERFACE_METHODS, 0);
            default -> type.with(element);
        }
    }

    private CodeTransform transform(boolean initialiseFirst) {
        return new CodeTransform() {
            @Override
            public void atStart(CodeBuilder builder) {
                if (initialiseFirst) {
                    CodeRewriter.initialise(builder, facts);
                }
            }

            @Override
            public void accept(CodeBuilder builder, CodeElement element) {
                code.rewrite(builder, element);
            }
        };
    }

    private void initialiser(ClassBuilder type, MethodModel method) {
        CodeModel body = method.code().orElseThrow();
        if (enumInitialiser.isEmpty()) {
            type.withMethod(StateClassWriter.INITIALISER, ConstantDescs.MTD_void, INITIALISER_FLAGS, target -> target
                    .transformCode(body, transform(false)));
            return;
        }
        EnumInitialiser parts = enumInitialiser.get();
        type.withMethodBody(ConstantDescs.CLASS_INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_STATIC, builder -> {
            rewriteAll(builder, parts.shared());
            builder.return_();
        });
        if (parts.hasPerInvocationPart()) {
            type.withMethodBody(StateClassWriter.INITIALISER, ConstantDescs.MTD_void, INITIALISER_FLAGS,
                    builder -> rewriteAll(builder, parts.perInvocation()));
        }
    }

    private void rewriteAll(CodeBuilder builder, List<CodeElement> elements) {
        elements.forEach(element -> code.rewrite(builder, element));
    }

    private boolean isChanged(MethodModel method) {
        return method.code().isPresent() && (startsInitialiser(method) || method.code().get().elementStream().anyMatch(
                code::changes));
    }

    /** Static methods and constructors start their class's initialiser, however they are called. */
    private boolean startsInitialiser(MethodModel method) {
        if (number.isEmpty()) {
            return false;
        }
        int flags = method.flags().flagsMask();
        // Bodies of lambdas and the like are called by code of the class itself only.
        boolean internal = (flags & ClassFile.ACC_SYNTHETIC) != 0 && (flags & ClassFile.ACC_PRIVATE) != 0;
        boolean isStatic = (flags & ClassFile.ACC_STATIC) != 0 && !internal;
        // Constants of enums are created before any invocation.
        boolean constructs = method.methodName().equalsString(ConstantDescs.INIT_NAME) && !facts.isEnum();
        return isStatic || constructs;
    }
}
