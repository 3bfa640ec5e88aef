package org.graalvisor.harness.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.baselines.openwhisk.ActionLanguage;
import org.graalvisor.baselines.openwhisk.conformance.ActionCode;
import org.graalvisor.baselines.openwhisk.conformance.ConformancePlatform;
import org.graalvisor.baselines.openwhisk.conformance.ProxyPlatform;
import org.graalvisor.baselines.openwhisk.conformance.RuntimeInstance;

/** Graalvisor in place of an action proxy. Its actions are those of the baselines, but Java's, which are compiled ahead of time. */
final class DropInPlatform implements ConformancePlatform {
    private final RuntimeProxy proxy;
    private final ProxyPlatform platform;
    private final Path javaActions;

    /**
     * @param javaActions library of all the suite's actions in Java, for the platform of that language
     */
    DropInPlatform(RuntimeProxy proxy, Path javaActions) {
        this.proxy = proxy;
        this.platform = new ProxyPlatform(proxy);
        this.javaActions = javaActions;
    }

    @Override
    public String name() {
        return platform.name();
    }

    @Override
    public ActionLanguage language() {
        return platform.language();
    }

    @Override
    public Optional<String> unavailable() {
        return platform.unavailable();
    }

    @Override
    public RuntimeInstance start(Map<String, String> environment) throws IOException {
        Map<String, String> all = new HashMap<>(proxy.server().environment());
        all.putAll(environment);
        return platform.start(all);
    }

    @Override
    public ActionCode action(String fixture, String function) throws IOException {
        if (language() != ActionLanguage.JAVA) {
            return platform.action(fixture, function);
        }
        return ActionCode.archive(function.equals("main") ? fixture : fixture + "#" + function, Files.readAllBytes(
                javaActions));
    }

    @Override
    public String toString() {
        return name();
    }
}
