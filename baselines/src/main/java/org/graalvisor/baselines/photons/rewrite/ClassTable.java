package org.graalvisor.baselines.photons.rewrite;

import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.graalvisor.baselines.photons.state.StateClass;

/** All classes of a function, and the numbers of those that need initialisation for each invocation. */
final class ClassTable {
    private final Map<String, ClassFacts> classes = new TreeMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<ClassFacts> stateful = new ArrayList<>();

    ClassTable(Map<String, ClassModel> models) {
        models.forEach((name, model) -> classes.put(name, new ClassFacts(model)));
        classes.values().stream().filter(this::needsInitialisation).forEach(facts -> {
            numbers.put(facts.internalName(), stateful.size());
            stateful.add(facts);
        });
    }

    Collection<ClassFacts> all() {
        return classes.values();
    }

    Optional<ClassFacts> find(String internalName) {
        return Optional.ofNullable(classes.get(internalName));
    }

    /** The number of a class that needs initialisation for each invocation. */
    Optional<Integer> number(String internalName) {
        return Optional.ofNullable(numbers.get(internalName));
    }

    /** The class a field instruction means, when it means a field that each invocation has its own copy of. */
    Optional<ClassFacts> declaringClass(String owner, String name, String descriptor) {
        return declaringClass(owner, name, descriptor, new LinkedHashSet<>());
    }

    /** The order of the Java Virtual Machine Specification, §5.4.3.2: the class, its interfaces, its superclass. */
    private Optional<ClassFacts> declaringClass(String owner, String name, String descriptor, Set<String> visited) {
        ClassFacts facts = classes.get(owner);
        if (facts == null || !visited.add(owner)) {
            return Optional.empty();
        }
        boolean declared = facts.model().fields().stream().anyMatch(field -> field.fieldName().equalsString(name)
                && field.fieldType().equalsString(descriptor));
        if (declared) {
            return facts.perInvocationFields().contains(new StaticField(owner, name, descriptor))
                    ? Optional.of(facts)
                    : Optional.empty();
        }
        for (String parent : parentsInOrder(facts)) {
            Optional<ClassFacts> found = declaringClass(parent, name, descriptor, visited);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<String> parentsInOrder(ClassFacts facts) {
        List<String> parents = new ArrayList<>(facts.model().interfaces().stream().map(ClassEntry::asInternalName)
                .toList());
        facts.model().superclass().map(ClassEntry::asInternalName).ifPresent(parents::add);
        return parents;
    }

    private boolean needsInitialisation(ClassFacts facts) {
        return hasOwnState(facts) || parents(facts).stream().anyMatch(this::needsInitialisation);
    }

    private static boolean hasOwnState(ClassFacts facts) {
        if (!facts.perInvocationFields().isEmpty()) {
            return true;
        }
        if (!facts.declaresConstants()) {
            return facts.initialiser().isPresent();
        }
        return facts.initialiser().flatMap(method -> method.code()).flatMap(code -> EnumInitialiser.split(facts, code))
                .map(EnumInitialiser::hasPerInvocationPart).orElse(false);
    }

    /** What is initialised before a class: its superclass, then interfaces with default methods and their parents. */
    private List<ClassFacts> parents(ClassFacts facts) {
        List<ClassFacts> parents = new ArrayList<>();
        if (!facts.isInterface()) {
            facts.model().superclass().flatMap(entry -> find(entry.asInternalName())).ifPresent(parents::add);
            addInterfaces(facts, parents);
        }
        return parents;
    }

    private void addInterfaces(ClassFacts facts, List<ClassFacts> parents) {
        for (ClassEntry entry : facts.model().interfaces()) {
            find(entry.asInternalName()).ifPresent(parent -> {
                addInterfaces(parent, parents);
                if (parent.hasDefaultMethods() && !parents.contains(parent)) {
                    parents.add(parent);
                }
            });
        }
    }

    /** The classes that need initialisation, by number. */
    List<StateClass> layout() {
        return stateful.stream().map(facts -> new StateClass(facts.binaryName(), facts.stateDescriptor()
                .descriptorString()
                .replace('/', '.').substring(1).replace(";", ""), parents(facts).stream().map(
                        parent -> number(parent.internalName())).flatMap(Optional::stream).toList())).toList();
    }

    /** Answers questions about supertypes from the function's classes, then from the JDK's. */
    ClassHierarchyResolver hierarchy() {
        ClassHierarchyResolver own = descriptor -> find(internalName(descriptor)).map(ClassTable::hierarchyInfo).orElse(
                null);
        return own.orElse(ClassHierarchyResolver.ofClassLoading(ClassLoader.getPlatformClassLoader())).cached();
    }

    private static ClassHierarchyInfo hierarchyInfo(ClassFacts facts) {
        return facts.isInterface()
                ? ClassHierarchyInfo.ofInterface()
                : ClassHierarchyInfo.ofClass(facts.model().superclass().map(ClassEntry::asSymbol).orElse(null));
    }

    private static String internalName(ClassDesc descriptor) {
        String text = descriptor.descriptorString();
        return text.startsWith("L") ? text.substring(1, text.length() - 1) : text;
    }
}
