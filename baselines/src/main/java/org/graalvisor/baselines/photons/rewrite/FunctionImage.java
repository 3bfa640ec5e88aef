package org.graalvisor.baselines.photons.rewrite;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvisor.baselines.photons.state.ForeignThreadException;
import org.graalvisor.baselines.photons.state.Invocation;
import org.graalvisor.baselines.photons.state.Photons;
import org.graalvisor.baselines.photons.state.StateLayout;

/**
 * A function, rewritten and loaded. Any number of threads may invoke it at once: each invocation sees its own static
 * state, and all see one shared map if the function asks for it.
 */
public final class FunctionImage implements AutoCloseable {
    private final FunctionLoader loader;
    private final StateLayout layout;
    private final SharedConstants constants;
    private final Method method;
    private final Map<String, Object> shared = new ConcurrentHashMap<>();

    private FunctionImage(FunctionLoader loader, StateLayout layout, SharedConstants constants, Method method) {
        this.loader = loader;
        this.layout = layout;
        this.constants = constants;
        this.method = method;
    }

    /**
     * Rewrites and loads a function.
     *
     * @param jar its classes and resources, which must exist as long as the function is used
     * @param entryPoint {@code package.Class#method}, with {@code public static String method(String json)} or
     *            {@code public static String method(String json, Map<String, Object> shared)}
     * @throws UnsupportedFunctionException saying what stands against it, with class and member
     * @throws IOException when the jar cannot be read
     */
    public static FunctionImage load(Path jar, String entryPoint) throws UnsupportedFunctionException, IOException {
        ClassTable table = new ClassTable(FunctionJar.read(jar));
        List<String> problems = Restrictions.problems(table);
        if (!problems.isEmpty()) {
            throw new UnsupportedFunctionException(problems);
        }
        FunctionLoader loader = new FunctionLoader(jar, rewrite(table));
        try {
            SharedConstants constants = loadEnums(table, loader);
            Method method = EntryPoint.find(loader, entryPoint);
            return new FunctionImage(loader, new StateLayout(table.layout(), loader), constants, method);
        } catch (UnsupportedFunctionException | RuntimeException | Error e) {
            loader.close();
            throw e;
        }
    }

    private static Map<String, byte[]> rewrite(ClassTable table) throws UnsupportedFunctionException {
        ClassFile context = ClassFile.of(ClassHierarchyResolverOption.of(table.hierarchy()));
        Map<String, byte[]> rewritten = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (ClassFacts facts : table.all()) {
            try {
                rewritten.putAll(new ClassRewriter(context, table, facts).rewrite());
            } catch (UnsupportedFunctionException e) {
                problems.add(e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new UnsupportedFunctionException(problems);
        }
        return rewritten;
    }

    /** Creates the constants now, outside all invocations, so that none of them can hold an invocation's state. */
    private static SharedConstants loadEnums(ClassTable table, FunctionLoader loader)
            throws UnsupportedFunctionException {
        SharedConstants constants = new SharedConstants(loader);
        List<String> problems = new ArrayList<>();
        for (ClassFacts facts : table.all()) {
            if (facts.declaresConstants()) {
                loadEnum(facts, loader, constants).ifPresent(problems::add);
            }
        }
        problems.addAll(constants.problems());
        if (!problems.isEmpty()) {
            throw new UnsupportedFunctionException(problems);
        }
        return constants;
    }

    private static Optional<String> loadEnum(ClassFacts facts, FunctionLoader loader, SharedConstants constants) {
        try {
            constants.add(Class.forName(facts.binaryName(), true, loader));
            return Optional.empty();
        } catch (ExceptionInInitializerError e) {
            String reason = e.getCause() instanceof ForeignThreadException foreign
                    ? "creating its constants uses state that differs between invocations: " + foreign.getMessage()
                    : "its constants cannot be created: " + e.getCause();
            return Optional.of("enum " + facts.binaryName() + ": " + reason);
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            // Needs an optional library that the jar lacks; it would fail just so in a JVM of its own.
            return Optional.empty();
        } catch (LinkageError e) {
            return Optional.of("enum " + facts.binaryName() + ": " + e);
        }
    }

    /**
     * Invokes the function on this thread.
     *
     * @param json the arguments
     * @return what the function returned, nothing when that was null
     * @throws InvocationTargetException around what the function threw
     * @throws SharedStateException when the function changed an array inside an enum's constant
     */
    public Optional<String> invoke(String json) throws InvocationTargetException {
        Object[] arguments = method.getParameterCount() == 1 ? new Object[]{json} : new Object[]{json, shared};
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Optional<String> reply = Photons.within(new Invocation(layout), () -> Optional.ofNullable((String) method
                    .invoke(null, arguments)));
            Optional<String> changed = constants.restore();
            if (changed.isPresent()) {
                throw new SharedStateException(changed.get());
            }
            return reply;
        } catch (InvocationTargetException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the entry point is public and cannot fail to be called", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
