package org.graalvisor.baselines.photons.rewrite;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls of the JDK that reach beyond one invocation. */
final class ForbiddenCalls {
    private static final String PROCESS = "changes or ends the process that all invocations share";
    private static final String FOREIGN_THREADS = "runs code on threads that no invocation started";
    private static final String NATIVE = "loads native code, whose state all invocations share";
    private static final String REFLECTION = "reaches static state by reflection, where it no longer is";
    private static final String DEFINITION = "defines classes for all invocations";

    private static final Map<String, Set<String>> PROCESS_WIDE = Map.ofEntries(
            Map.entry("java/lang/System", Set.of("exit", "setProperty", "setProperties", "clearProperty", "setOut",
                    "setErr", "setIn")),
            Map.entry("java/lang/Runtime", Set.of("exit", "halt", "addShutdownHook", "removeShutdownHook")),
            Map.entry("java/lang/Thread", Set.of("setDefaultUncaughtExceptionHandler")),
            Map.entry("java/util/Locale", Set.of("setDefault")),
            Map.entry("java/util/TimeZone", Set.of("setDefault")),
            Map.entry("java/security/Security", Set.of("setProperty", "addProvider", "insertProviderAt",
                    "removeProvider")),
            Map.entry("java/net/URL", Set.of("setURLStreamHandlerFactory")),
            Map.entry("java/net/ProxySelector", Set.of("setDefault")),
            Map.entry("java/net/CookieHandler", Set.of("setDefault")),
            Map.entry("java/net/ResponseCache", Set.of("setDefault")),
            Map.entry("java/net/Authenticator", Set.of("setDefault")));

    private static final Map<String, Set<String>> OTHER_THREADS = Map.of(
            "java/util/concurrent/ForkJoinPool", Set.of("commonPool"),
            "java/util/Arrays", Set.of("parallelSort", "parallelPrefix", "parallelSetAll"),
            "java/net/http/HttpClient", Set.of("sendAsync"),
            "java/lang/ref/Cleaner", Set.of("register"),
            "java/util/concurrent/CompletableFuture", Set.of("orTimeout", "completeOnTimeout", "delayedExecutor"));

    private static final Map<String, Set<String>> REFLECTIVE = Map.of(
            "java/lang/invoke/MethodHandles$Lookup", Set.of("findStaticGetter", "findStaticSetter",
                    "findStaticVarHandle"),
            "sun/misc/Unsafe", Set.of("staticFieldOffset", "staticFieldBase"));

    private static final Map<String, Set<String>> LOADING = Map.of(
            "java/lang/System", Set.of("load", "loadLibrary"),
            "java/lang/Runtime", Set.of("load", "loadLibrary"),
            "java/lang/foreign/Linker", Set.of("nativeLinker"));

    private ForbiddenCalls() {}

    /**
     * Why a method must not be called, if so.
     *
     * @param owner internal name of the class named by the call
     * @param name name of the method
     * @param descriptor its parameters and result
     */
    static Optional<String> reason(String owner, String name, String descriptor) {
        if (isListed(PROCESS_WIDE, owner, name)) {
            return Optional.of(PROCESS);
        }
        if (isListed(OTHER_THREADS, owner, name) || usesCommonPool(owner, name, descriptor) || isDetached(owner, name,
                descriptor)) {
            return Optional.of(FOREIGN_THREADS);
        }
        if (isListed(REFLECTIVE, owner, name)) {
            return Optional.of(REFLECTION);
        }
        if (isListed(LOADING, owner, name)) {
            return Optional.of(NATIVE);
        }
        boolean defines = owner.equals("java/lang/invoke/MethodHandles$Lookup") && name.startsWith("define");
        return defines ? Optional.of(DEFINITION) : Optional.empty();
    }

    private static boolean isListed(Map<String, Set<String>> list, String owner, String name) {
        return list.getOrDefault(owner, Set.of()).contains(name);
    }

    /** Also through subclasses, hence by descriptor. */
    private static boolean usesCommonPool(String owner, String name, String descriptor) {
        return switch (name) {
            case "parallelStream" -> descriptor.equals("()Ljava/util/stream/Stream;");
            case "parallel" -> owner.startsWith("java/util/stream/");
            case "fork" -> descriptor.equals("()Ljava/util/concurrent/ForkJoinTask;");
            default -> owner.startsWith("java/util/concurrent/Complet") && name.endsWith("Async") && !descriptor
                    .contains("Ljava/util/concurrent/Executor;");
        };
    }

    /** Threads that are started without what they would inherit. */
    private static boolean isDetached(String owner, String name, String descriptor) {
        return switch (name) {
            case "inheritInheritableThreadLocals" -> true;
            case "<init>" -> owner.equals("java/lang/Thread") && descriptor.endsWith("JZ)V");
            default -> false;
        };
    }
}
