package org.graalvisor.baselines.openwhisk.hotspot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The code of one action, loaded. */
final class Action {
    /** What an entry point may take: OpenWhisk's JSON types, or the JSON text this project's functions take. */
    private static final List<Class<?>> PARAMETERS = List.of(JsonObject.class, JsonArray.class, String.class);

    private final ActionClassLoader loader;
    private final Method method;

    private Action(ActionClassLoader loader, Method method) {
        this.loader = loader;
        this.method = method;
    }

    /**
     * Loads an action.
     *
     * @param jar the action's code
     * @param main {@code Class} or {@code Class#method}
     * @throws IOException when the jar cannot be read
     * @throws ReflectiveOperationException when the jar has no such entry point
     * @throws LinkageError when a class of the jar is broken
     */
    static Action load(Path jar, String main) throws IOException, ReflectiveOperationException {
        EntryPoint entryPoint = EntryPoint.parse(main);
        ActionClassLoader loader = new ActionClassLoader(jar);
        try {
            return new Action(loader, find(loader.loadClass(entryPoint.className()), entryPoint.methodName()));
        } catch (ReflectiveOperationException | LinkageError e) {
            loader.close();
            throw e;
        }
    }

    private static Method find(Class<?> type, String name) throws NoSuchMethodException {
        for (Class<?> parameter : PARAMETERS) {
            Optional<Method> candidate = find(type, name, parameter);
            if (candidate.isPresent()) {
                candidate.get().setAccessible(true);
                return candidate.get();
            }
        }
        throw new NoSuchMethodException(type.getName() + " has no public static method " + name
                + " from JsonObject, JsonArray or String to one of these");
    }

    private static Optional<Method> find(Class<?> type, String name, Class<?> parameter) {
        try {
            Method method = type.getMethod(name, parameter);
            boolean fits = Modifier.isStatic(method.getModifiers()) && (method.getReturnType() == String.class
                    || JsonElement.class.isAssignableFrom(method.getReturnType()));
            return fits ? Optional.of(method) : Optional.empty();
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    /**
     * Runs the action on this thread.
     *
     * @return what it returned as JSON text, or nothing when it returned null
     * @throws InvocationTargetException around what the action threw
     * @throws IllegalArgumentException when the action takes an object and an array was given, or the reverse
     */
    Optional<String> invoke(JsonElement value) throws InvocationTargetException, IllegalAccessException {
        Object argument = method.getParameterTypes()[0] == String.class ? value.toString() : value;
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return Optional.ofNullable(method.invoke(null, argument)).map(Object::toString);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
