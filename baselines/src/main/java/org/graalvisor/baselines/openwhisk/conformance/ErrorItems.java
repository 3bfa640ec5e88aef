package org.graalvisor.baselines.openwhisk.conformance;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;

/** The rest of the table of replies: what every runtime answers when something is wrong. */
final class ErrorItems {
    private ErrorItems() {}

    static List<ConformanceItem> items() {
        return List.of(
                ConformanceItem.ofAll("E1", "a run before init fails with its message", ErrorItems::runBeforeInit),
                ConformanceItem.ofAll("E2", "bad JSON fails at init and at run, and the runtime goes on",
                        ErrorItems::badJson),
                ConformanceItem.ofAll("E3", "code that cannot be loaded fails with its message, logged",
                        ErrorItems::unloadable),
                ConformanceItem.ofAll("E4", "an action that throws fails with its message, logged",
                        ErrorItems::throwing));
    }

    private static void runBeforeInit(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.start(platform)) {
            session.require(Situation.RUN_BEFORE_INIT, "a run before init", session.run(new JsonObject()));
        }
    }

    private static void badJson(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.start(platform)) {
            session.require(Situation.BAD_JSON, "an init that is no JSON", session.post("/init", "{\"value\":"));
            Expect.success("an init after bad JSON", session.init(platform.action("Echo", "main")));
            for (String body : List.of("{\"value\":", "", "{} {}")) {
                session.require(Situation.BAD_JSON, "a run with the body '" + body + "'", session.post("/run", body));
            }
            Expect.success("a run after bad JSON", session.run(new JsonObject()));
        }
    }

    private static void unloadable(ConformancePlatform platform) throws IOException, InterruptedException {
        ActionCode broken = switch (platform.language()) {
            case JAVA -> ActionCode.archive("Echo", new byte[]{'P', 'K', 3, 4, 0, 0});
            case JAVASCRIPT -> ActionCode.source("function main(args) { return 10 PRINT 'hello'; }");
            case PYTHON -> ActionCode.source("def main(args)\n    return 10 PRINT 'hello'\n");
        };
        try (Session session = Session.start(platform)) {
            session.require(Situation.UNLOADABLE_CODE, "init with broken code", session.init(broken));
            session.logsWith(switch (platform.language()) {
                case JAVA -> "Exception";
                case JAVASCRIPT, PYTHON -> "SyntaxError";
            });
            Expect.refused("a run after a failed init", session.run(new JsonObject()));
        }
    }

    private static void throwing(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.with(platform, "Throws")) {
            HttpAnswer answer = session.run(new JsonObject());
            session.require(Situation.ACTION_THROWS, "an action that throws", answer);
            Expect.that(answer.member("error").contains("nooooo"), "the error has to hold the exception's message: "
                    + answer);
            Expect.that(session.logsAfter(1).mention("nooooo"), "the exception has to be logged");
        }
    }
}
