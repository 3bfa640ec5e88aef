package org.graalvisor.baselines.openwhisk.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Initialisation, arguments, results and the environment. */
final class BasicItems {
    /** One million and a little, from OpenWhisk's own tests: the platform's limit for arguments is 1 MiB. */
    private static final int LONG_CHARACTERS = 1_048_561;
    private static final String API_HOST = "http://whisk.example:8080";

    private BasicItems() {}

    static List<ConformanceItem> items() {
        return List.of(
                ConformanceItem.ofAll("B1", "an init with empty code and main fails", BasicItems::emptyCode),
                ConformanceItem.ofAll("B2", "an init {} fails with its message", BasicItems::emptyInit),
                ConformanceItem.ofAll("B3", "a result that is no object fails with its message",
                        BasicItems::nonObject),
                ConformanceItem.ofAll("B4", "a second init fails with its message, logged, no sentinel",
                        BasicItems::secondInit),
                ConformanceItem.ofAll("B5", "an entry point other than main works and logs no errors",
                        BasicItems::otherEntryPoint),
                ConformanceItem.ofAll("B8", "init's env is visible while the code loads, empty values too",
                        BasicItems::environmentAtLoad),
                ConformanceItem.ofAll("B9", "the activation is visible as __OW_* variables, api_host by default",
                        BasicItems::activation),
                ConformanceItem.ofAll("B10", "a string of 1,048,561 characters is echoed", BasicItems::longString),
                ConformanceItem.ofAll("B12", "a run {} has empty arguments", BasicItems::emptyRun));
    }

    private static void emptyCode(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.start(platform)) {
            Expect.refused("init with empty code and main", session.init(new ActionCode("", "", false)));
        }
    }

    private static void emptyInit(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.start(platform)) {
            session.require(Situation.INIT_WITHOUT_CODE, "init {}", session.post("/init", "{}"));
        }
    }

    private static void nonObject(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.with(platform, "NonObject")) {
            session.require(Situation.NOT_AN_OBJECT, "a result that is no object", session.run(new JsonObject()));
            session.logsAfter(1);
        }
    }

    private static void secondInit(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.with(platform, "Echo")) {
            session.require(Situation.SECOND_INIT, "a second init", session.init(platform.action("Echo", "main")));
            session.logsWith(Situation.SECOND_INIT.expected(platform.language()).text());
            session.logsAfter(0);
            Expect.success("a run after a refused init", session.run(new JsonObject()));
        }
    }

    private static void otherEntryPoint(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.with(platform, platform.action("Echo", "niam"))) {
            JsonElement sent = JsonParser.parseString("{\"name\":\"value\"}");
            Expect.echoed(sent, session.run(sent));
            Logs logs = session.logsAfter(1);
            Expect.equal("standard output", List.of("hello stdout", Logs.SENTINEL), logs.stdout());
            Expect.equal("standard error", List.of(Logs.SENTINEL), logs.stderr());
        }
    }

    private static void environmentAtLoad(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.start(platform)) {
            Expect.success("init with env", session.init(platform.action("EnvironmentAtLoad", "main"), Map.of(
                    "SOME_VARIABLE", "xyz", "OTHER_VARIABLE", "❄", "EMPTY_VARIABLE", "")));
            HttpAnswer answer = session.run(new JsonObject());
            Expect.equal("SOME_VARIABLE", "xyz", answer.member("some"));
            Expect.equal("OTHER_VARIABLE", "❄", answer.member("other"));
            Expect.equal("EMPTY_VARIABLE", "", answer.member("empty"));
        }
    }

    private static void activation(ConformancePlatform platform) throws IOException, InterruptedException {
        Map<String, String> activation = Map.of("api_key", "abc", "namespace", "zzz", "action_name", "/zzz/xxx",
                "action_version", "0.0.1", "activation_id", "iii", "deadline", "123");
        try (Session session = Session.with(platform, platform.action("Activation", "main"), Map.of("__OW_API_HOST",
                API_HOST))) {
            HttpAnswer answer = session.run(new JsonObject(), activation);
            Expect.success("the run", answer);
            activation.forEach((name, value) -> Expect.equal("__OW_" + name, value, answer.member(name)));
            Expect.equal("__OW_api_host without one in the run", API_HOST, answer.member("api_host"));
            HttpAnswer other = session.run(new JsonObject(), Map.of("api_host", "other", "deadline", "124"));
            Expect.equal("__OW_api_host with one in the run", "other", other.member("api_host"));
            Expect.equal("__OW_deadline of the second run", "124", other.member("deadline"));
        }
    }

    private static void longString(ConformancePlatform platform) throws IOException, InterruptedException {
        JsonObject sent = new JsonObject();
        sent.addProperty("string", "a".repeat(LONG_CHARACTERS));
        try (Session session = Session.with(platform, "Echo")) {
            Expect.echoed(sent, session.run(sent));
        }
    }

    private static void emptyRun(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.with(platform, "Echo")) {
            Expect.echoed(new JsonObject(), session.post("/run", "{}"));
        }
    }
}
