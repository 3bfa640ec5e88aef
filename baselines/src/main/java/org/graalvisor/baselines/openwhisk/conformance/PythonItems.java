package org.graalvisor.baselines.openwhisk.conformance;

import static org.graalvisor.baselines.openwhisk.ActionLanguage.PYTHON;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What only actions in Python can do. */
final class PythonItems {
    private PythonItems() {}

    static List<ConformanceItem> items() {
        return List.of(
                ConformanceItem.of(PYTHON, "P1", "a zip archive with another entry point works", PythonItems::archive),
                ConformanceItem.of(PYTHON, "P2", "a zip archive without __main__.py fails and is logged", failedInit(
                        Map.of("echo.py", "def main(args):\n    return args\n"), "__main__.py")),
                ConformanceItem.of(PYTHON, "P3", "a syntax error in an archive fails and is logged", failedInit(Map.of(
                        "__main__.py", "def main(args)\n    return args\n"), "SyntaxError")),
                ConformanceItem.of(PYTHON, "P4", "an import of a missing module fails and is logged", failedInit(Map.of(
                        "__main__.py", "import iam_not_there\ndef main(args):\n    return args\n"), "iam_not_there")),
                ConformanceItem.of(PYTHON, "P5", "array in, array out", PythonItems::arrays),
                ConformanceItem.of(PYTHON, "P6", "an action that exits while it loads fails", failedInit(Map.of(
                        "__main__.py", "import sys\nsys.exit(1)\n"), "SystemExit")),
                ConformanceItem.of(PYTHON, "P7", "an action that exits while it runs fails: command exited",
                        PythonItems::exitsAtRun));
    }

    private static void archive(ConformancePlatform platform) throws IOException, InterruptedException {
        ActionCode action = ActionCode.archive("niam", ZipBytes.ofTexts(Map.of("__main__.py",
                "from helpers.text import greet\n\ndef niam(args):\n    return {'greeting': greet(args['name'])}\n",
                "helpers/__init__.py", "", "helpers/text.py", "def greet(name):\n    return 'Hello ' + name\n")));
        try (Session session = Session.with(platform, action)) {
            Expect.equal("the greeting", "Hello ❄", session.run(JsonParser.parseString("{\"name\":\"❄\"}")).member(
                    "greeting"));
        }
    }

    private static ConformanceCheck failedInit(Map<String, String> files, String logged) {
        return platform -> {
            try (Session session = Session.start(platform)) {
                ActionCode action = ActionCode.archive("main", ZipBytes.ofTexts(files));
                session.require(Situation.UNLOADABLE_CODE, "init with a broken archive", session.init(action));
                session.logsWith(logged);
            }
        };
    }

    private static void arrays(ConformancePlatform platform) throws IOException, InterruptedException {
        JsonElement sent = JsonParser.parseString("[1,{\"a\":\"❄\"},null]");
        try (Session session = Session.with(platform, "Echo")) {
            Expect.echoed(sent, session.run(sent));
        }
    }

    private static void exitsAtRun(ConformancePlatform platform) throws IOException, InterruptedException {
        try (Session session = Session.with(platform, ActionCode.source(
                "import sys\n\ndef main(args):\n    sys.exit(1)\n"))) {
            new ExpectedReply(400, "command exited").require("a run that exits", session.run(new JsonObject()));
            session.require(Situation.RUN_BEFORE_INIT, "the run after it", session.run(new JsonObject()));
        }
    }
}
