package org.graalvisor.baselines.photons.rewrite;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.graalvisor.baselines.photons.state.Photons;
import org.graalvisor.baselines.photons.state.StaticState;

/** Writes the class that holds one invocation's copy of another class's static fields. */
final class StateClassWriter {
    /** Method of the original class that was its static initialiser. */
    static final String INITIALISER = "photons$clinit";
    /** Static method of the state class that returns the current invocation's copy, initialised. */
    static final String ACCESSOR = "get";

    private static final ClassDesc STATIC_STATE = StaticState.class.describeConstable().orElseThrow();
    private static final ClassDesc PHOTONS = Photons.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc LOOKUP = MethodTypeDesc.of(STATIC_STATE, ConstantDescs.CD_int,
            ConstantDescs.CD_String);

    private StateClassWriter() {}

    /**
     * @param number the class's number in the function's layout
     * @param initialised whether the class has an initialiser to run
     */
    static byte[] write(ClassFacts facts, int number, boolean initialised) {
        ClassDesc state = facts.stateDescriptor();
        return ClassFile.of().build(state, type -> {
            type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
            type.withSuperclass(STATIC_STATE);
            facts.perInvocationFields().forEach(field -> type.withField(field.name(), ClassDesc.ofDescriptor(field
                    .descriptor()), ClassFile.ACC_PUBLIC));
            type.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC, code -> code
                    .aload(0).invokespecial(STATIC_STATE, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_());
            type.withMethodBody("initialize", ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC, code -> {
                if (initialised) {
                    code.invokestatic(facts.descriptor(), INITIALISER, ConstantDescs.MTD_void, facts.isInterface());
                }
                code.return_();
            });
            type.withMethodBody(ACCESSOR, MethodTypeDesc.of(state), ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                    code -> code.loadConstant(number).ldc(facts.binaryName()).invokestatic(PHOTONS, "statics", LOOKUP)
                            .checkcast(state).areturn());
        });
    }
}
