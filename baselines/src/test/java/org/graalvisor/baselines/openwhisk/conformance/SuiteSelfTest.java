package org.graalvisor.baselines.openwhisk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.graalvisor.baselines.openwhisk.ActionLanguage;
import org.graalvisor.baselines.openwhisk.conformance.ConformanceResult.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The suite must not pass what does not conform. */
class SuiteSelfTest {

    /**
     * Says yes to everything and logs nothing.
     *
     * @param language what it says its actions are written in
     * @param initReply the right reply to an init
     */
    private record YesPlatform(ActionLanguage language, String initReply) implements ConformancePlatform {
        @Override
        public String name() {
            return "yes";
        }

        @Override
        public Optional<String> unavailable() {
            return Optional.empty();
        }

        @Override
        public RuntimeInstance start(Map<String, String> environment) throws IOException {
            return new YesInstance(initReply);
        }

        @Override
        public ActionCode action(String fixture, String function) {
            return ActionCode.source("no code at all");
        }
    }

    private static final class YesInstance implements RuntimeInstance {
        private final HttpServer server;

        YesInstance(String initReply) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                boolean init = exchange.getRequestURI().getPath().equals("/init");
                exchange.getRequestBody().readAllBytes();
                byte[] reply = (init ? initReply : "{}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, reply.length);
                exchange.getResponseBody().write(reply);
                exchange.close();
            });
            server.start();
        }

        @Override
        public int port() {
            return server.getAddress().getPort();
        }

        @Override
        public String stdout() {
            return "";
        }

        @Override
        public String stderr() {
            return "";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @EnumSource(ActionLanguage.class)
    void aRuntimeThatSaysYesToEverythingFailsEveryItemButTheEmptyRun(ActionLanguage language)
            throws InterruptedException {
        ConformancePlatform yes = new YesPlatform(language, Situation.INIT_OK.expected(language).text());

        for (ConformanceItem item : ConformanceSuite.items(yes)) {
            ConformanceResult result = ConformanceSuite.run(yes, item);
            Outcome expected = item.id().equals("B12") ? Outcome.PASSED : Outcome.FAILED;
            assertThat(result.outcome()).as(result.line()).isEqualTo(expected);
        }
    }
}
