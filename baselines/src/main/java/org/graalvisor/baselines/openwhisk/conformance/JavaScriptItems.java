package org.graalvisor.baselines.openwhisk.conformance;

import static org.graalvisor.baselines.openwhisk.ActionLanguage.JAVASCRIPT;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What only actions in JavaScript can do. */
final class JavaScriptItems {
    private JavaScriptItems() {}

    static List<ConformanceItem> items() {
        return List.of(
                ConformanceItem.of(JAVASCRIPT, "N1", "a resolved promise is the result", result(
                        "function main(args) { return new Promise(resolve => setTimeout(() => resolve(args), 20)); }",
                        "{\"a\":1}")),
                ConformanceItem.of(JAVASCRIPT, "N2", "a rejected promise is a result with an error", result(
                        "function main(args) { return Promise.reject(args.a); }", "{\"error\":1}")),
                ConformanceItem.of(JAVASCRIPT, "N3", "a rejection without a reason is an empty error", result(
                        "function main(args) { return new Promise((resolve, reject) => reject()); }",
                        "{\"error\":{}}")),
                ConformanceItem.of(JAVASCRIPT, "N4", "an async function works", result(
                        "async function main(args) { return await Promise.resolve(args); }", "{\"a\":1}")),
                ConformanceItem.of(JAVASCRIPT, "N5", "undefined is an empty result", result(
                        "function main(args) { return; }", "{}")),
                ConformanceItem.of(JAVASCRIPT, "N6", "a zip package works, with package.json and a dependency",
                        JavaScriptItems::archive),
                ConformanceItem.of(JAVASCRIPT, "N7", "a broken zip package fails with its message",
                        JavaScriptItems::brokenArchive),
                ConformanceItem.of(JAVASCRIPT, "N8", "a package's working directory is its own",
                        JavaScriptItems::workingDirectory));
    }

    private static ConformanceCheck result(String code, String expected) {
        return platform -> {
            try (Session session = Session.with(platform, ActionCode.source(code))) {
                HttpAnswer answer = session.run(JsonParser.parseString("{\"a\":1}"));
                Expect.echoed(JsonParser.parseString(expected), answer);
                session.logsAfter(1);
            }
        };
    }

    private static void archive(ConformancePlatform platform) throws IOException, InterruptedException {
        ActionCode action = ActionCode.archive("niam", ZipBytes.ofTexts(Map.of("package.json",
                "{\"name\":\"test\",\"main\":\"lib/start.js\"}", "lib/start.js",
                "exports.niam = args => ({ greeting: require('./hello').hello(args.name) });", "lib/hello.js",
                "exports.hello = name => 'Hello ' + name;")));
        try (Session session = Session.with(platform, action)) {
            Expect.equal("the greeting", "Hello ❄", session.run(JsonParser.parseString("{\"name\":\"❄\"}")).member(
                    "greeting"));
        }
    }

    private static void brokenArchive(ConformancePlatform platform) throws IOException, InterruptedException {
        Map<String, ActionCode> broken = Map.of("There was an error uncompressing the action archive", ActionCode
                .archive("main", "no archive".getBytes(StandardCharsets.UTF_8)), "Zipped actions must contain either",
                ActionCode.archive("main", ZipBytes.ofTexts(Map.of("other.js", "exports.main = args => args;"))));
        for (Map.Entry<String, ActionCode> each : broken.entrySet()) {
            try (Session session = Session.start(platform)) {
                HttpAnswer answer = session.init(each.getValue());
                session.require(Situation.UNLOADABLE_CODE, "init with a broken archive", answer);
                Expect.that(answer.body().contains(each.getKey()), "the answer has to hold '" + each.getKey()
                        + "', it was " + answer);
            }
        }
    }

    private static void workingDirectory(ConformancePlatform platform) throws IOException, InterruptedException {
        ActionCode action = ActionCode.archive("main", ZipBytes.ofTexts(Map.of("index.js",
                "exports.main = () => ({ text: require('fs').readFileSync('message.txt', 'utf8') });", "message.txt",
                "from the package")));
        try (Session session = Session.with(platform, action)) {
            Expect.equal("the file's text", "from the package", session.run(new JsonObject()).member("text"));
        }
    }
}
