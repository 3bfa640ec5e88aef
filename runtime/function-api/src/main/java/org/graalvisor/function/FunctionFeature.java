package org.graalvisor.function;

import org.graalvm.nativeimage.ImageSingletons;
import org.graalvm.nativeimage.hosted.Feature;

/**
 * Runs while the image is built: puts the function's adapter, named by the system property {@code graalvisor.function},
 * into the image, so that the exported entry point calls it directly.
 */
public final class FunctionFeature implements Feature {

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        IsolateDefaults.register();
    }

    @Override
    public void afterRegistration(AfterRegistrationAccess access) {
        String name = System.getProperty("graalvisor.function", "");
        Class<?> adapter = access.findClassByName(name);
        if (adapter == null) {
            throw new IllegalStateException("no class '" + name
                    + "', named by -Dgraalvisor.function, on the image class path");
        }
        try {
            JsonFunction function = (JsonFunction) adapter.getConstructor().newInstance();
            ImageSingletons.add(FunctionHost.class, new JavaFunctionHost(function));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " cannot be instantiated", e);
        }
    }
}
