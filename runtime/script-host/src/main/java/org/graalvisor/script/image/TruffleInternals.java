package org.graalvisor.script.image;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Does what {@code PolyglotImpl.preInitializeEngine} of Truffle 25 does, for engines with and without code sharing. Only while the
 * image is built.
 */
final class TruffleInternals {
    private static final String POLYGLOT = "com.oracle.truffle.polyglot.";
    private static final String SHARING = "polyglot.engine.ForceCodeSharing";

    private final Object polyglot;

    TruffleInternals() {
        polyglot = get(type("org.graalvm.polyglot.Engine$ImplHolder"), null, "IMPL");
    }

    @SuppressWarnings("unchecked") // the field's type
    AtomicReference<Object> preparedEngineSlot() {
        return (AtomicReference<Object>) get(polyglot.getClass(), polyglot, "preInitializedEngineRef");
    }

    /**
     * An engine with a context of a language, ready to be taken; its code is made for that context alone.
     *
     * @param language as the polyglot API names it
     * @param afterwards run inside the prepared context
     */
    Object prepareExclusive(String language, Runnable afterwards) {
        Object engine = engine(false);
        @SuppressWarnings("unchecked") // the field's type
        AtomicReference<Object> slot = (AtomicReference<Object>) get(engine.getClass(), engine,
                "preInitializedContext");
        slot.set(context(engine, language, afterwards));
        return finished(engine);
    }

    /**
     * An engine with contexts of a language whose code is made for all of them.
     *
     * @param language as the polyglot API names it
     * @param count number of contexts
     * @param afterwards run inside each prepared context
     */
    SharedEngine prepareShared(String language, int count, Runnable afterwards) {
        Object engine = engine(true);
        List<Object> contexts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contexts.add(context(engine, language, afterwards));
        }
        Object layer = get(contexts.get(0).getClass(), contexts.get(0), "layer");
        return new SharedEngine(finished(engine), get(layer.getClass(), layer, "shared"), contexts);
    }

    private static Object context(Object engine, String language, Runnable afterwards) {
        return call(type(POLYGLOT + "PolyglotContextImpl"), null, "preinitialize", engine, get(type(POLYGLOT
                + "PolyglotContextConfig$PreinitConfig"), null, "DEFAULT"), null, new PreparedLanguage(languageOf(
                        engine,
                        language), afterwards), true);
    }

    private static Object finished(Object engine) {
        ((Map<?, ?>) get(engine.getClass(), engine, "logLevels")).clear();
        Object handler = get(engine.getClass(), engine, "logHandler");
        call(handler.getClass(), handler, "close");
        set(engine, "logHandler", null);
        set(engine, "inEnginePreInitialization", false);
        return engine;
    }

    /** Forgets the builder's own threads and paths, which preparing leaves behind. */
    void finish() {
        call(type("com.oracle.truffle.api.impl.ThreadLocalHandshake"), null, "resetNativeImageState");
        call(type(POLYGLOT + "LanguageCache"), null, "resetNativeImageCacheLanguageHomes");
    }

    private Object engine(boolean shared) {
        if (shared) {
            System.setProperty(SHARING, "true");
        }
        try {
            Object engine = call(polyglot.getClass(), polyglot, "createDefaultEngine", shared
                    ? call(polyglot.getClass(), polyglot, "createHostLanguage", call(polyglot.getClass(), polyglot,
                            "createHostAccess"))
                    : placeholderHostLanguage());
            set(engine, "inEnginePreInitialization", true);
            return engine;
        } finally {
            System.clearProperty(SHARING);
        }
    }

    /** What Truffle uses itself; a layer of shared code however needs the real host language from the beginning. */
    private static Object placeholderHostLanguage() {
        try {
            Constructor<?> constructor = type(POLYGLOT + "PreInitContextHostLanguage").getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw unexpected("PreInitContextHostLanguage", e);
        }
    }

    private static Object languageOf(Object engine, String language) {
        Object languages = get(engine.getClass(), engine, "idToLanguage");
        Object found = ((Map<?, ?>) languages).get(language);
        if (found == null) {
            throw new IllegalStateException("no language '" + language + "' on the image class path, only "
                    + ((Map<?, ?>) languages).keySet());
        }
        return found;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw unexpected(name, e);
        }
    }

    private static Object get(Class<?> type, Object target, String name) {
        try {
            return field(type, name).get(target);
        } catch (ReflectiveOperationException e) {
            throw unexpected(type.getName() + "." + name, e);
        }
    }

    private static void set(Object target, String name, Object value) {
        try {
            field(target.getClass(), name).set(target, value);
        } catch (ReflectiveOperationException e) {
            throw unexpected(target.getClass().getName() + "." + name, e);
        }
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static Object call(Class<?> type, Object target, String name, Object... arguments) {
        try {
            Method method = Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass).flatMap(
                    declaring -> Arrays.stream(declaring.getDeclaredMethods())).filter(candidate -> candidate.getName()
                            .equals(name) && candidate.getParameterCount() == arguments.length).findFirst()
                    .orElseThrow(() -> new NoSuchMethodException(name));
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (ReflectiveOperationException e) {
            throw unexpected(type.getName() + "." + name, e);
        }
    }

    private static IllegalStateException unexpected(String what, ReflectiveOperationException cause) {
        return new IllegalStateException("Truffle 25 was expected to have " + what
                + "; this version differs, so contexts cannot be prepared", cause);
    }
}
