package org.graalvisor.baselines.openwhisk.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;

/** What has to be in the logs, and where an activation ends in them. */
final class LogItems {
    private static final List<String> PAYLOADS = List.of("{\"string\":\"hello\"}", "{\"string\":\"❄ ☃ ❄\"}",
            "{\"numbers\":[42,1]}", "{\"object\":{\"a\":\"A\",\"b\":{\"c\":[null,true]}}}");

    private LogItems() {}

    static List<ConformanceItem> items() {
        return List.of(
                ConformanceItem.ofAll("B6", "four payloads are echoed and logged, one sentinel each",
                        LogItems::echoes),
                ConformanceItem.ofAll("B7", "Unicode survives in source, arguments, logs and result",
                        LogItems::unicode),
                ConformanceItem.ofAll("B11", "each activation ends with one flushed sentinel on each stream",
                        LogItems::sentinels));
    }

    private static void echoes(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.with(platform, "LoggedEcho")) {
            for (String payload : PAYLOADS) {
                JsonElement sent = JsonParser.parseString(payload);
                Expect.echoed(sent, session.run(sent));
            }
            Logs logs = session.logsAfter(PAYLOADS.size());
            Expect.equal("lines 'hello stdout'", (long) PAYLOADS.size(), logs.outCount("hello stdout"));
            Expect.equal("lines 'hello stderr'", (long) PAYLOADS.size(), logs.errCount("hello stderr"));
        }
    }

    private static void unicode(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.with(platform, "Unicode")) {
            HttpAnswer answer = session.run(JsonParser.parseString("{\"delimiter\":\"☃\"}"));
            Expect.equal("the result", "❄ ☃ ❄", answer.member("winter"));
            Expect.equal("lines '❄ ☃ ❄'", 1L, session.logsAfter(1).outCount("❄ ☃ ❄"));
        }
    }

    private static void sentinels(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.with(platform, "LoggedEcho")) {
            for (int activation = 1; activation <= 3; activation++) {
                Expect.success("a run", session.run(new JsonObject()));
                Logs logs = session.logsAfter(activation);
                Expect.equal("lines 'hello stdout'", (long) activation, logs.outCount("hello stdout"));
            }
        }
    }
}
