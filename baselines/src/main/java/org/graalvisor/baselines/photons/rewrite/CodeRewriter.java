package org.graalvisor.baselines.photons.rewrite;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;
import org.graalvisor.baselines.photons.state.Photons;

/** Rewrites the instructions of one class that use static state or start initialisers. */
final class CodeRewriter {
    private static final ClassDesc PHOTONS = Photons.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc FOR_NAME = MethodTypeDesc.of(ConstantDescs.CD_Class, ConstantDescs.CD_String,
            ConstantDescs.CD_Class);

    private final ClassTable table;
    private final ClassFacts facts;

    /**
     * @param facts the class whose code it is
     */
    CodeRewriter(ClassTable table, ClassFacts facts) {
        this.table = table;
        this.facts = facts;
    }

    boolean changes(CodeElement element) {
        return switch (element) {
            case FieldInstruction field -> declaringClass(field).isPresent();
            case NewObjectInstruction creation -> started(creation).isPresent();
            case InvokeInstruction call -> isForName(call);
            default -> false;
        };
    }

    void rewrite(CodeBuilder code, CodeElement element) {
        if (!changes(element)) {
            code.with(element);
            return;
        }
        switch (element) {
            case FieldInstruction field -> access(code, field);
            case NewObjectInstruction creation -> {
                initialise(code, started(creation).orElseThrow());
                code.with(creation);
            }
            case InvokeInstruction call -> forName(code, call);
            default -> throw new IllegalStateException("nothing else is changed: " + element);
        }
    }

    /** Runs a class's initialiser, unless this invocation has done so. */
    static void initialise(CodeBuilder code, ClassFacts other) {
        fetch(code, other);
        code.pop();
    }

    private static void fetch(CodeBuilder code, ClassFacts other) {
        code.invokestatic(other.stateDescriptor(), StateClassWriter.ACCESSOR, MethodTypeDesc.of(other
                .stateDescriptor()));
    }

    private void access(CodeBuilder code, FieldInstruction field) {
        ClassFacts owner = declaringClass(field).orElseThrow();
        String name = field.name().stringValue();
        fetch(code, owner);
        if (field.opcode() == Opcode.GETSTATIC) {
            code.getfield(owner.stateDescriptor(), name, field.typeSymbol());
            return;
        }
        // The value is on the stack already; the object has to get below it.
        if (TypeKind.from(field.typeSymbol()).slotSize() == 2) {
            code.dup_x2().pop();
        } else {
            code.swap();
        }
        code.putfield(owner.stateDescriptor(), name, field.typeSymbol());
    }

    private void forName(CodeBuilder code, InvokeInstruction call) {
        if (call.type().equalsString("(Ljava/lang/String;)Ljava/lang/Class;")) {
            code.ldc(facts.descriptor()).invokestatic(PHOTONS, "forName", FOR_NAME);
        } else {
            code.invokestatic(PHOTONS, "forName", call.typeSymbol());
        }
    }

    private static boolean isForName(InvokeInstruction call) {
        return call.owner().asInternalName().equals("java/lang/Class") && call.name().equalsString("forName") && !call
                .type().stringValue().contains("Ljava/lang/Module;");
    }

    private Optional<ClassFacts> declaringClass(FieldInstruction field) {
        boolean isStatic = field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC;
        return isStatic
                ? table.declaringClass(field.owner().asInternalName(), field.name().stringValue(), field.type()
                        .stringValue())
                : Optional.empty();
    }

    /** The other class that creating an object initialises. Before the arguments, hence not only in its constructor. */
    private Optional<ClassFacts> started(NewObjectInstruction creation) {
        String name = creation.className().asInternalName();
        return name.equals(facts.internalName()) || table.number(name).isEmpty()
                ? Optional.empty()
                : table.find(name).filter(other -> !other.isEnum());
    }
}
