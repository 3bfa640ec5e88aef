package org.graalvisor.baselines.photons.rewrite;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds where a function starts. */
final class EntryPoint {
    private static final List<List<Class<?>>> PARAMETERS = List.of(List.of(String.class), List.of(String.class,
            Map.class));

    private EntryPoint() {}

    /**
     * @param entryPoint {@code package.Class#method}
     * @throws UnsupportedFunctionException when there is no such method
     */
    static Method find(ClassLoader loader, String entryPoint) throws UnsupportedFunctionException {
        int hash = entryPoint.indexOf('#');
        if (hash <= 0 || hash == entryPoint.length() - 1) {
            throw new UnsupportedFunctionException("the entry point has to be package.Class#method, not '" + entryPoint
                    + "'");
        }
        Class<?> type = load(loader, entryPoint.substring(0, hash));
        String name = entryPoint.substring(hash + 1);
        Optional<Method> method = PARAMETERS.stream().flatMap(parameters -> Stream.of(type.getMethods()).filter(
                candidate -> candidate.getName().equals(name) && isCallable(candidate, parameters))).findFirst();
        if (method.isPresent()) {
            method.get().setAccessible(true);
            return method.get();
        }
        throw new UnsupportedFunctionException("class " + type.getName() + " has no public static String " + name
                + "(String json), nor with a second parameter Map<String, Object> shared");
    }

    private static Class<?> load(ClassLoader loader, String className) throws UnsupportedFunctionException {
        try {
            return Class.forName(className, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new UnsupportedFunctionException("the entry point's class cannot be loaded: " + e);
        }
    }

    private static boolean isCallable(Method method, List<Class<?>> parameters) {
        return Modifier.isStatic(method.getModifiers()) && method.getReturnType() == String.class && parameters.equals(
                List.of(method.getParameterTypes()));
    }
}
