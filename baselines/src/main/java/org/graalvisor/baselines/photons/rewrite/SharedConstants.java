package org.graalvisor.baselines.photons.rewrite;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The constants of a function's enums, which all invocations share. Checks once that nothing in them can change, except
 * the elements of arrays, which Java cannot forbid; those are compared after each invocation.
 */
final class SharedConstants {
    private static final Set<String> IMMUTABLE_PACKAGES = Set.of("java.math", "java.time", "java.util.regex",
            "java.time.temporal", "java.time.format", "java.nio.charset");
    private static final Set<Class<?>> IMMUTABLE = Set.of(String.class, Class.class, Boolean.class, Character.class,
            Byte.class, Short.class, Integer.class, Long.class, Float.class, Double.class, java.net.URI.class,
            java.util.Locale.class, java.util.UUID.class, Object.class);

    private final ClassLoader functionLoader;
    private final List<String> problems = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final IdentityHashMap<Object, Boolean> visited = new IdentityHashMap<>();

    /**
     * An array as it was when the function was registered.
     *
     * @param path where it is
     * @param array the array itself
     * @param copy its elements then
     */
    private record Snapshot(String path, Object array, Object copy) {}

    SharedConstants(ClassLoader functionLoader) {
        this.functionLoader = functionLoader;
    }

    /** Looks at all constants of an enum. By field, since values() starts what is run for each invocation. */
    void add(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (field.isEnumConstant()) {
                String name = "enum " + type.getName() + ", constant " + field.getName();
                try {
                    field.setAccessible(true);
                    visit(name, field.get(null));
                } catch (IllegalAccessException e) {
                    problems.add(name + ": cannot be read: " + e.getMessage());
                }
            }
        }
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The first array whose elements are no longer what they were, put right again. */
    synchronized Optional<String> restore() {
        Optional<String> changed = Optional.empty();
        for (Snapshot snapshot : snapshots) {
            if (!Objects.deepEquals(snapshot.array(), snapshot.copy())) {
                System.arraycopy(snapshot.copy(), 0, snapshot.array(), 0, Array.getLength(snapshot.copy()));
                changed = changed.or(() -> Optional.of(snapshot.path()));
            }
        }
        return changed;
    }

    private void visit(String path, Object value) {
        if (value == null || visited.put(value, true) != null || isImmutable(value.getClass())) {
            return;
        }
        Class<?> type = value.getClass();
        if (type.isArray()) {
            visitArray(path, value);
        } else if (type.getName().startsWith("java.util.ImmutableCollections")) {
            visitElements(path, value instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) value);
            if (value instanceof Map<?, ?> map) {
                visitElements(path, map.values());
            }
        } else if (isOfFunction(type)) {
            visitFields(path, value);
        } else {
            problems.add(path + ": holds a " + type.getName()
                    + ", which may change, but constants are shared by all invocations");
        }
    }

    private void visitElements(String path, Collection<?> elements) {
        elements.forEach(element -> visit(path, element));
    }

    private void visitArray(String path, Object array) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        snapshots.add(new Snapshot(path, array, copy));
        if (array instanceof Object[] elements) {
            for (Object element : elements) {
                visit(path, element);
            }
        }
    }

    private void visitFields(String path, Object value) {
        for (Class<?> type = value.getClass(); isOfFunction(type); type = type
                .getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    visitField(path, value, field);
                }
            }
        }
    }

    private void visitField(String path, Object value, Field field) {
        String name = path + ", field " + field.getName();
        if (!Modifier.isFinal(field.getModifiers())) {
            problems.add(name + ": is not final, but constants are shared by all invocations");
        } else if (!field.getType().isPrimitive()) {
            try {
                field.setAccessible(true);
                visit(name, field.get(value));
            } catch (IllegalAccessException | RuntimeException e) {
                problems.add(name + ": cannot be checked for what may change in it: " + e.getMessage());
            }
        }
    }

    private boolean isOfFunction(Class<?> type) {
        return functionLoader.equals(type.getClassLoader());
    }

    private static boolean isImmutable(Class<?> type) {
        boolean isEnumOfJdk = type.getClassLoader() == null && Enum.class.isAssignableFrom(type);
        return isEnumOfJdk || IMMUTABLE.contains(type) || IMMUTABLE_PACKAGES.contains(type.getPackageName());
    }
}
