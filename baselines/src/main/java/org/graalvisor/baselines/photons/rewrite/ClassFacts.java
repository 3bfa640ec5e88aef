package org.graalvisor.baselines.photons.rewrite;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the rewriting wants to know about one class.
 *
 * @param model the class as parsed
 */
record ClassFacts(ClassModel model) {
    private static final String INITIALISER = "<clinit>";

    String internalName() {
        return model.thisClass().asInternalName();
    }

    String binaryName() {
        return internalName().replace('/', '.');
    }

    ClassDesc descriptor() {
        return model.thisClass().asSymbol();
    }

    /** The generated class that holds the static fields of one invocation. */
    ClassDesc stateDescriptor() {
        return ClassDesc.ofInternalName(internalName() + "$PhotonsStatics");
    }

    boolean isInterface() {
        return (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
    }

    /** Whether it is an enum, or the body of one constant. */
    boolean isEnum() {
        return (model.flags().flagsMask() & ClassFile.ACC_ENUM) != 0;
    }

    /** Whether it is an enum that declares constants, which its bodies do not. */
    boolean declaresConstants() {
        return isEnum() && model.superclass().map(ClassEntry::asInternalName).equals(Optional.of("java/lang/Enum"));
    }

    Optional<MethodModel> initialiser() {
        return model.methods().stream().filter(method -> method.methodName().equalsString(INITIALISER)).findFirst();
    }

    List<StaticField> perInvocationFields() {
        return model.fields().stream().filter(this::isPerInvocation).map(this::toStaticField).toList();
    }

    boolean isPerInvocation(FieldModel field) {
        return isStatic(field) && !isConstant(field) && !isSharedByEnum(field);
    }

    /** Constants cannot change, hence need no copies; readers of them do not even read the field. */
    private static boolean isConstant(FieldModel field) {
        return (field.flags().flagsMask() & ClassFile.ACC_FINAL) != 0 && field.findAttribute(Attributes.constantValue())
                .isPresent();
    }

    /** The constants of an enum and the array of them; the JVM keeps the latter in the class, once for all. */
    boolean isSharedByEnum(FieldModel field) {
        int flags = field.flags().flagsMask();
        return declaresConstants() && ((flags & ClassFile.ACC_ENUM) != 0 || isConstantArray(field));
    }

    /** javac calls it $VALUES, Eclipse's compiler ENUM$VALUES. */
    boolean isConstantArray(FieldModel field) {
        return isStatic(field) && (field.flags().flagsMask() & ClassFile.ACC_SYNTHETIC) != 0 && field.fieldType()
                .equalsString("[L" + internalName() + ";");
    }

    boolean hasDefaultMethods() {
        Predicate<MethodModel> isDefault = method -> (method.flags().flagsMask() & (ClassFile.ACC_ABSTRACT
                | ClassFile.ACC_STATIC)) == 0;
        return isInterface() && model.methods().stream().anyMatch(isDefault);
    }

    private StaticField toStaticField(FieldModel field) {
        return new StaticField(internalName(), field.fieldName().stringValue(), field.fieldType().stringValue());
    }

    private static boolean isStatic(FieldModel field) {
        return (field.flags().flagsMask() & ClassFile.ACC_STATIC) != 0;
    }
}
