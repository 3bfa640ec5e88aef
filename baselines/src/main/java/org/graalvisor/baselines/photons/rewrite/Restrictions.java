package org.graalvisor.baselines.photons.rewrite;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodHandleDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what cannot be isolated, before any of it runs. */
final class Restrictions {
    private static final String RESERVED = "org/graalvisor/baselines/photons/state/";

    private final ClassTable table;
    private final List<String> problems = new ArrayList<>();

    private Restrictions(ClassTable table) {
        this.table = table;
    }

    /**
     * @return what stands against a function, each naming class and member
     */
    static List<String> problems(ClassTable table) {
        Restrictions restrictions = new Restrictions(table);
        table.all().forEach(restrictions::check);
        return List.copyOf(restrictions.problems);
    }

    private void check(ClassFacts facts) {
        if (facts.internalName().startsWith(RESERVED) || facts.internalName().startsWith("java/")) {
            problems.add("class " + facts.binaryName() + " is in a reserved package");
        }
        checkEnum(facts);
        facts.model().methods().forEach(method -> check(facts, method));
    }

    private void checkEnum(ClassFacts facts) {
        Optional<MethodModel> initialiser = facts.initialiser();
        if (facts.declaresConstants() && initialiser.isPresent() && initialiser.get().code().flatMap(
                code -> EnumInitialiser.split(facts, code)).isEmpty()) {
            problems.add("enum " + facts.binaryName()
                    + ": its static initialiser does not store the array of its constants as javac's do");
        }
        if (facts.declaresConstants()) {
            facts.model().fields().stream().filter(field -> (field.flags().flagsMask() & (ClassFile.ACC_STATIC
                    | ClassFile.ACC_FINAL)) == 0).forEach(field -> problems.add("enum " + facts.binaryName()
                            + ", field "
                            + field.fieldName().stringValue()
                            + ": constants are shared by all invocations, so that their fields have to be final"));
        }
    }

    private void check(ClassFacts facts, MethodModel method) {
        String member = "class " + facts.binaryName() + ", method " + method.methodName().stringValue();
        int flags = method.flags().flagsMask();
        if ((flags & ClassFile.ACC_NATIVE) != 0) {
            problems.add(member + ": native methods have state that all invocations share");
        }
        if (method.methodName().equalsString(StateClassWriter.INITIALISER)) {
            problems.add(member + ": the name is reserved");
        }
        if (method.methodName().equalsString("finalize") && method.methodType().equalsString("()V")) {
            problems.add(member + ": finalizers run on a thread that no invocation started");
        }
        method.code().ifPresent(code -> code.forEach(element -> check(member, element)));
    }

    private void check(String member, CodeElement element) {
        switch (element) {
            case InvokeInstruction call -> ForbiddenCalls.reason(call.owner().asInternalName(), call.name()
                    .stringValue(),
                    call.type().stringValue()).ifPresent(reason -> problems.add(member + ": calls " + call.owner()
                            .asInternalName().replace('/', '.') + "." + call.name().stringValue() + ", which "
                            + reason));
            case InvokeDynamicInstruction call -> {
                checkBootstrap(member, call.bootstrapMethod());
                call.invokedynamic().bootstrap().arguments().forEach(argument -> checkConstant(member, argument));
            }
            case ConstantInstruction.LoadConstantInstruction load -> checkConstant(member, load.constantEntry());
            default -> {
                return;
            }
        }
    }

    private void checkConstant(String member, LoadableConstantEntry constant) {
        if (constant instanceof ConstantDynamicEntry dynamic) {
            checkBootstrap(member, dynamic.asSymbol().bootstrapMethod());
            dynamic.bootstrap().arguments().forEach(argument -> checkConstant(member, argument));
        }
        if (constant instanceof MethodHandleEntry entry) {
            checkHandle(member, entry.asSymbol());
        }
    }

    /** Method references are handles, too. */
    private void checkHandle(String member, DirectMethodHandleDesc handle) {
        String owner = handle.owner().descriptorString();
        String ownerName = owner.startsWith("L") ? owner.substring(1, owner.length() - 1) : owner;
        ForbiddenCalls.reason(ownerName, handle.methodName(), handle.lookupDescriptor()).ifPresent(
                reason -> problems.add(member + ": refers to " + ownerName.replace('/', '.') + "."
                        + handle.methodName() + ", which " + reason));
        boolean isStaticField = handle.kind() == DirectMethodHandleDesc.Kind.STATIC_GETTER || handle
                .kind() == DirectMethodHandleDesc.Kind.STATIC_SETTER;
        if (isStaticField && table.declaringClass(ownerName, handle.methodName(), handle.lookupDescriptor())
                .isPresent()) {
            problems.add(member + ": has a handle of the static field " + ownerName.replace('/', '.') + "." + handle
                    .methodName());
        }
    }

    /** What a call site is linked to is kept for all invocations; the JDK's own bootstrap methods keep no state. */
    private void checkBootstrap(String member, MethodHandleDesc bootstrap) {
        boolean isOfJdk = bootstrap instanceof DirectMethodHandleDesc direct && direct.owner().descriptorString()
                .startsWith("Ljava/lang/");
        if (!isOfJdk) {
            problems.add(member + ": is linked by a bootstrap method other than the JDK's: " + bootstrap);
        }
    }
}
