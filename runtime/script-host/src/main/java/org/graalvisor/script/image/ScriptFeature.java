package org.graalvisor.script.image;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.graalvisor.function.FunctionHost;
import org.graalvisor.function.IsolateDefaults;
import org.graalvisor.script.HostedLanguage;
import org.graalvisor.script.LanguageSupport;
import org.graalvisor.script.ScriptHost;
import org.graalvm.nativeimage.ImageSingletons;
import org.graalvm.nativeimage.hosted.Feature;

/**
 * Runs while a language library is built: puts the script host and contexts that are ready for use into the image. The
 * system property {@code graalvisor.language} names the classes that support its languages, with commas between.
 */
public final class ScriptFeature implements Feature {

    @Override
    public List<Class<? extends Feature>> getRequiredFeatures() {
        try {
            // Its beforeAnalysis must come first: it sets up the Truffle runtime and forgets earlier engines.
            return List.of(Class.forName("com.oracle.svm.truffle.TruffleFeature").asSubclass(Feature.class));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the builder has no Truffle support; truffle-runtime-svm is missing", e);
        }
    }

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        IsolateDefaults.register();
        forgetProfiles(access);
        TruffleInternals internals = new TruffleInternals();
        List<HostedLanguage> languages = names().map(name -> support(name, access)).map(support -> new HostedLanguage(
                support, PreparedEngines.prepare(support, internals))).toList();
        internals.finish();
        ImageSingletons.add(FunctionHost.class, new ScriptHost(languages));
    }

    /**
     * Preparing a context runs code, whose calls and loops are counted. With these counts in the image every isolate would
     * compile that code as soon as it touches it: 14 MB and many milliseconds for functions that never run it again.
     */
    private static void forgetProfiles(BeforeAnalysisAccess access) {
        Class<?> callTarget = access.findClassByName("com.oracle.truffle.runtime.OptimizedCallTarget");
        for (String counter : List.of("callCount", "callAndLoopCount")) {
            try {
                access.registerFieldValueTransformer(callTarget.getDeclaredField(counter), (receiver, value) -> 0);
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException("Truffle 25 was expected to count calls in OptimizedCallTarget."
                        + counter, e);
            }
        }
    }

    private static Stream<String> names() {
        return Arrays.stream(System.getProperty("graalvisor.language", "").split(",", -1));
    }

    private static LanguageSupport support(String name, BeforeAnalysisAccess access) {
        Class<?> type = access.findClassByName(name);
        if (type == null) {
            throw new IllegalStateException("no class '" + name
                    + "', named by -Dgraalvisor.language, on the image class path");
        }
        try {
            return type.asSubclass(LanguageSupport.class).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " cannot be instantiated", e);
        }
    }
}
