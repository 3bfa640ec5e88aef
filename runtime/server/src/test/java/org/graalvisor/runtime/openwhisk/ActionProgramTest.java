package org.graalvisor.runtime.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ActionProgramTest {
    private final ActionProgram javaScript = new JavaScriptProgram();
    private final ActionProgram python = new PythonProgram();

    private static InitRequest source(String main, String code) {
        return new InitRequest(main, code.getBytes(StandardCharsets.UTF_8), false, Map.of());
    }

    private static InitRequest archive(String main, Map<String, String> files) {
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((name, text) -> contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new InitRequest(main, Base64.getMimeEncoder().encode(ActionArchive.pack(contents)), true, Map.of());
    }

    private static Map<String, byte[]> unpacked(byte[] archive) {
        return ActionArchive.unpack(Base64.getEncoder().encode(archive));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void theFirstLineOfAJavaScriptActionStaysTheFirstLine() {
        String program = text(javaScript.code(source("main", "let a = 1;\nfunction main() {}"), Map.of("A", "b")));
        assertThat(program.lines().findFirst().orElseThrow()).endsWith("{let a = 1;");
        assertThat(program).contains("{\"A\":\"b\"}", "\nreturn main;\n");
    }

    @Test
    void anArchiveBeginsWhereItsPackageSays() {
        Map<String, byte[]> files = unpacked(javaScript.code(archive("niam", Map.of("package.json",
                "{\"name\":\"x\",\"deps\":{\"main\":\"no\"},\"main\":\"./lib/start.js\"}", "lib/start.js", "",
                "main.js",
                "", "node_modules/dependency/index.js", "")), Map.of()));
        assertThat(text(files.get("main.js"))).contains("require(\"./action/lib/start.js\"), \"niam\"");
        assertThat(files).containsKeys("action/main.js", "node_modules/dependency/index.js").doesNotContainKeys(
                "node_modules/fs.js");
    }

    @Test
    void aDottedEntryPointNamesAFileOfTheArchive() {
        Map<String, byte[]> files = unpacked(javaScript.code(archive("handler.run", Map.of("handler.js",
                "require('fs')")), Map.of()));
        assertThat(text(files.get("main.js"))).contains("require(\"./action/handler\"), \"run\"");
        assertThat(text(files.get("__ow__/handler.js.json"))).isEqualTo("\"require('fs')\"");
    }

    @Test
    void brokenArchivesAreRefusedInNodesWords() {
        InitRequest text = new InitRequest("main", "bm8=".getBytes(StandardCharsets.US_ASCII), true, Map.of());
        assertThatThrownBy(() -> javaScript.code(text, Map.of())).isInstanceOf(UnloadableActionException.class)
                .hasMessageContaining("There was an error uncompressing the action archive");
        assertThatThrownBy(() -> javaScript.code(archive("main", Map.of("other.js", "")), Map.of()))
                .hasMessageContaining("Zipped actions must contain either package.json or index.js");
        assertThatThrownBy(() -> javaScript.code(archive("main", Map.of("package.json", "{")), Map.of()))
                .hasMessageContaining("package.json cannot be read");
        assertThatThrownBy(() -> python.code(text, Map.of())).hasMessageContaining("no base64-encoded zip archive");
        assertThatThrownBy(() -> python.code(archive("main", Map.of("echo.py", "")), Map.of())).hasMessageContaining(
                "__main__.py");
    }

    @Test
    void aPythonArchiveKeepsItsOwnMainModule() {
        Map<String, byte[]> files = unpacked(python.code(archive("", Map.of("__main__.py", "import main\n", "main.py",
                "x = 1")), Map.of()));
        assertThat(text(files.get("main.py"))).contains("import main\\n", "\"main\")");
        assertThat(text(files.get("__ow__/main.py"))).isEqualTo("x = 1");
    }

    @Property
    void literalsAreReadBackAsTheTextsTheyStandFor(@ForAll String text) {
        byte[] body = ("{\"value\":{\"main\":" + Literal.of(text) + "}}").getBytes(StandardCharsets.UTF_8);
        String withoutLoneSurrogates = text.codePoints().map(point -> point >= 0xd800 && point < 0xe000
                ? 0xfffd
                : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        assertThat(new ActionJson(ActionDialect.PYTHON).init(body).main()).isEqualTo(withoutLoneSurrogates);
    }

    @Property
    void argumentsAreCutOutByteByByte(@ForAll String text, @ForAll double number) {
        String value = "{\"text\": " + Literal.of(text) + ",\"a\":[ " + number + " , {} ] }";
        RunRequest run = new ActionJson(ActionDialect.JAVASCRIPT).run(("{\"x\":[1, 2], \"value\": " + value
                + " ,\"y\":true}").getBytes(StandardCharsets.UTF_8));
        assertThat(text(run.value())).isEqualTo(value);
        assertThat(run.environment()).containsExactlyInAnyOrderEntriesOf(Map.of("__OW_X", "[1, 2]", "__OW_Y", "true"));
    }

    @Test
    void messagesPartVariablesByNulAndDropItFromThem() {
        assertThat(text(ActionMessage.run(new RunRequest(new byte[]{'{', '}'}, Map.of("A", "b\0c"))))).isEqualTo(
                "RA=bc\0\0{}");
        assertThat(text(ActionMessage.init(Map.of(), "Main"))).isEqualTo("I\0\0Main");
    }
}
