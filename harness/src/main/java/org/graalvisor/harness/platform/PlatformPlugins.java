package org.graalvisor.harness.platform;

import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.graalvisor.harness.config.ConfigurationException;

/** Platforms of plug-ins. */
public final class PlatformPlugins {
    private PlatformPlugins() {}

    /** The providers on the class path. */
    public static List<PlatformProvider> installed() {
        return ServiceLoader.load(PlatformProvider.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    /**
     * This project's platforms, then those of plug-ins.
     *
     * @param own this project's
     * @param providers of others
     * @param tools to make them with
     * @throws ConfigurationException when two have the same name
     */
    public static List<Platform> with(List<Platform> own, List<PlatformProvider> providers, PlatformTools tools) {
        List<Platform> all = Stream.concat(own.stream(), providers.stream().flatMap(provider -> provider.platforms(
                tools).stream())).toList();
        Set<String> names = new HashSet<>();
        for (Platform platform : all) {
            if (!names.add(platform.name())) {
                throw new ConfigurationException(List.of("two platforms are called '" + platform.name()
                        + "'; rename the one of the plug-in"));
            }
        }
        return all;
    }
}
