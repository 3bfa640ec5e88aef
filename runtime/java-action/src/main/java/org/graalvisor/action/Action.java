package org.graalvisor.action;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/**
 * The action that was meant.
 *
 * @param method its entry point
 */
record Action(Method method) {
    /** What an entry point may take: OpenWhisk's JSON types, or the JSON text this project's functions take. */
    private static final List<Class<?>> PARAMETERS = List.of(JsonObject.class, JsonArray.class, String.class);
    private static final String DEFAULT_METHOD = "main";

    /**
     * Finds an entry point among the classes of the library.
     *
     * @param main {@code package.Class} or {@code package.Class#method}
     * @throws ReflectiveOperationException when there is none of that name
     */
    static Action find(String main) throws ReflectiveOperationException {
        int hash = main.indexOf('#');
        String className = hash < 0 ? main : main.substring(0, hash);
        if (className.isEmpty()) {
            throw new ClassNotFoundException("main has to be Class or Class#method, not '" + main + "'");
        }
        String name = hash < 0 || hash == main.length() - 1 ? DEFAULT_METHOD : main.substring(hash + 1);
        Class<?> type = Class.forName(className, true, Action.class.getClassLoader());
        for (Class<?> parameter : PARAMETERS) {
            Optional<Method> found = find(type, name, parameter);
            if (found.isPresent()) {
                return new Action(found.get());
            }
        }
        throw new NoSuchMethodException(className + " has no public static method " + name
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
     * Runs it on this thread.
     *
     * @param json the arguments
     * @return a reply as {@link ActionHost} describes it
     */
    String run(String json) {
        Thread.currentThread().setContextClassLoader(Action.class.getClassLoader());
        try {
            Object argument = method.getParameterTypes()[0] == String.class ? json : JsonParser.parseString(json);
            Object result = method.invoke(null, argument);
            return result == null ? "n" : reply(result.toString());
        } catch (InvocationTargetException e) {
            return threw(e.getCause());
        } catch (IllegalAccessException | IllegalArgumentException | JsonParseException e) {
            return "E" + e;
        }
    }

    /** The first character tells; parsing every result would be charged to the action. */
    private static String reply(String json) {
        String text = json.stripLeading();
        boolean structure = text.startsWith("{") || text.startsWith("[");
        return structure
                ? "r" + json
                : "E" + new JsonParseException("the action returned JSON that is neither object nor array");
    }

    /** An isolate without memory is the runtime's to end. */
    private static String threw(Throwable cause) {
        if (cause instanceof OutOfMemoryError exhausted) {
            throw exhausted;
        }
        cause.printStackTrace(System.err);
        return "e" + cause;
    }
}
