package org.graalvisor.baselines.openwhisk.conformance;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.baselines.openwhisk.ActionLanguage;
import org.graalvisor.baselines.openwhisk.ActionProxy;
import org.graalvisor.baselines.openwhisk.ProxyProcess;

/** One of the baselines. */
public final class ProxyPlatform implements ConformancePlatform {
    private final ActionProxy proxy;
    private final Fixtures fixtures = new Fixtures();

    /**
     * @param proxy what is started
     */
    public ProxyPlatform(ActionProxy proxy) {
        this.proxy = proxy;
    }

    @Override
    public String name() {
        return proxy.name();
    }

    @Override
    public ActionLanguage language() {
        return proxy.language();
    }

    @Override
    public Optional<String> unavailable() {
        return proxy.unavailable();
    }

    @Override
    public RuntimeInstance start(Map<String, String> environment) throws IOException {
        return new Instance(ProxyProcess.start(proxy, environment));
    }

    @Override
    public ActionCode action(String fixture, String function) throws IOException {
        return fixtures.action(language(), fixture, function);
    }

    @Override
    public String toString() {
        return name();
    }

    private record Instance(ProxyProcess process) implements RuntimeInstance {
        @Override
        public int port() {
            return process.port();
        }

        @Override
        public String stdout() throws IOException {
            return process.stdout();
        }

        @Override
        public String stderr() throws IOException {
            return process.stderr();
        }

        @Override
        public void close() throws IOException {
            process.close();
        }
    }
}
