package org.graalvisor.baselines.photons.rewrite;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.classfile.instruction.ReturnInstruction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An enum's static initialiser in two parts. The constants are shared by all invocations, since the JVM itself keeps them
 * with the class (for switch, EnumSet, valueOf); everything after them is run for each invocation.
 *
 * @param shared makes the constants; ends with their array
 * @param perInvocation the rest
 */
record EnumInitialiser(List<CodeElement> shared, List<CodeElement> perInvocation) {

    /** Splits the initialiser after the instruction that stores the array of constants, if there is such a place. */
    static Optional<EnumInitialiser> split(ClassFacts facts, CodeModel code) {
        List<String> arrays = facts.model().fields().stream().filter(facts::isConstantArray).map(
                FieldModel::fieldName).map(Utf8Entry::stringValue).toList();
        List<CodeElement> elements = code.elementList();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof FieldInstruction field && field.opcode() == Opcode.PUTSTATIC && arrays
                    .contains(field.name().stringValue())) {
                return Optional.of(splitAfter(elements, i));
            }
        }
        return Optional.empty();
    }

    private static EnumInitialiser splitAfter(List<CodeElement> elements, int index) {
        List<CodeElement> shared = new ArrayList<>();
        List<CodeElement> perInvocation = new ArrayList<>();
        Set<Label> sharedLabels = new HashSet<>();
        elements.subList(0, index + 1).forEach(element -> {
            if (element instanceof LabelTarget target) {
                sharedLabels.add(target.label());
            }
        });
        for (int i = 0; i < elements.size(); i++) {
            switch (elements.get(i)) {
                // Exception tables come first, whichever part they protect.
                case ExceptionCatch handler -> (sharedLabels.contains(handler.tryStart()) ? shared : perInvocation).add(
                        handler);
                // Names of local variables, for debuggers; their ranges may span both parts.
                case LocalVariable name -> {
                    continue;
                }
                case LocalVariableType type -> {
                    continue;
                }
                case CodeElement element -> (i <= index ? shared : perInvocation).add(element);
            }
        }
        return new EnumInitialiser(List.copyOf(shared), List.copyOf(perInvocation));
    }

    /** Whether anything is left to do for each invocation. */
    boolean hasPerInvocationPart() {
        return perInvocation.stream().anyMatch(element -> element instanceof Instruction
                && !(element instanceof ReturnInstruction));
    }
}
