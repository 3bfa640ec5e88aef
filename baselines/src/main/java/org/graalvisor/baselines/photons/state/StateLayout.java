package org.graalvisor.baselines.photons.state;

import java.util.List;

/**
 * Which classes of a function have static state. A class's place in the list is its number in the rewritten code.
 *
 * @param classes the classes
 * @param loader the loader of the function's classes
 */
public record StateLayout(List<StateClass> classes, ClassLoader loader) {

    /** Copies the list. */
    public StateLayout {
        classes = List.copyOf(classes);
    }

    StaticState create(int number) {
        String name = classes.get(number).stateClassName();
        try {
            return (StaticState) loader.loadClass(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated class " + name + " cannot be instantiated", e);
        }
    }
}
