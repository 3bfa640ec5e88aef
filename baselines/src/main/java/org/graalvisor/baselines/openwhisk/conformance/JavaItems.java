package org.graalvisor.baselines.openwhisk.conformance;

import static org.graalvisor.baselines.openwhisk.ActionLanguage.JAVA;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;

/** What only actions in Java can do. */
final class JavaItems {
    private static final List<String> WRONG_ENTRY_POINTS = List.of("", "x", "!", "#", "#main", "#bogus");

    private JavaItems() {}

    static List<ConformanceItem> items() {
        return List.of(
                ConformanceItem.of(JAVA, "J1", "wrong entry points fail: '', x, !, #, #main, #bogus",
                        JavaItems::wrongEntryPoints),
                ConformanceItem.of(JAVA, "J2", "a corrupt jar fails and is logged", JavaItems::corruptJar),
                ConformanceItem.of(JAVA, "J3", "JsonObject in, JsonObject out, in the default package",
                        JavaItems::objects),
                ConformanceItem.of(JAVA, "J4", "JsonArray in, JsonArray out", JavaItems::arrays),
                ConformanceItem.of(JAVA, "J5", "System.exit fails, is logged and survived", JavaItems::exit),
                ConformanceItem.of(JAVA, "J6", "a class is found through the thread's context loader",
                        JavaItems::contextLoader),
                ConformanceItem.of(JAVA, "J7", "JSON text that is neither object nor array fails, logged",
                        JavaItems::noObject));
    }

    private static void wrongEntryPoints(ConformancePlatform platform) throws IOException, InterruptedException {
        ActionCode action = platform.action("Echo", "main");
        for (String main : WRONG_ENTRY_POINTS) {
            try (Session session = Session.start(platform)) {
                Expect.equal("the status of an init with main '" + main + "'", 502, session.init(action.withMain(main))
                        .status());
            }
        }
    }

    private static void corruptJar(ConformancePlatform platform) throws IOException, InterruptedException {
        String code = platform.action("Echo", "main").code();
        // Cutting the end off takes the archive's directory away; a multiple of four keeps it base64.
        ActionCode torn = new ActionCode("Echo", code.substring(0, code.length() / 8 * 4), true);
        try (Session session = Session.start(platform)) {
            session.require(Situation.UNLOADABLE_CODE, "init with a corrupt jar", session.init(torn));
            session.logsWith("Exception");
        }
    }

    private static void objects(ConformancePlatform platform) throws IOException, InterruptedException {
        requireEcho(platform, "ObjectEcho", "{\"a\":[1,\"❄\",null]}");
    }

    private static void arrays(ConformancePlatform platform) throws IOException, InterruptedException {
        requireEcho(platform, "ArrayEcho", "[1,{\"a\":\"❄\"},null]");
    }

    private static void requireEcho(ConformancePlatform platform, String fixture, String json) throws IOException,
            InterruptedException {
        JsonElement sent = JsonParser.parseString(json);
        try (Session session = Session.with(platform, fixture)) {
            Expect.echoed(sent, session.run(sent));
        }
    }

    private static void noObject(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.with(platform, "Text")) {
            session.require(Situation.UNLOADABLE_CODE, "a result that is a string", session.run(new JsonObject()));
            Expect.that(session.logsAfter(1).mention("neither"), "the failure has to be logged");
        }
    }

    private static void exit(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.with(platform, "Exits")) {
            Expect.refused("an action that calls System.exit", session.run(JsonParser.parseString("{\"exit\":1}")));
            Expect.that(session.logsAfter(1).mention("System.exit"), "the call of System.exit has to be logged");
            Expect.success("the run after it", session.run(new JsonObject()));
        }
    }

    private static void contextLoader(ConformancePlatform platform) throws IOException, InterruptedException {
        requireEcho(platform, "ContextLoader", "{\"a\":1}");
    }
}
