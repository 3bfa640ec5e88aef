package org.graalvisor.harness.runtime;

import java.util.List;
import org.graalvisor.program.ScriptLanguage;

/**
 * The same functions in each script language.
 *
 * @param language they are written in
 * @param echo returns its argument
 * @param count returns how often it was called in its context
 * @param syntaxError does not parse, on line 2
 * @param notCallable has a main that is no function, and a function helper
 * @param noJson returns text that is no JSON
 * @param number returns a number
 * @param failing throws "no luck" from a function named inner
 * @param hog allocates until it may not
 * @param recursion calls itself for ever
 * @param loop never ends when its argument says so
 * @param loopAtLoad never ends before there is a main
 * @param large returns a string of as many megabytes as its argument says
 * @param spin works for as many milliseconds as its argument says
 * @param escapes each tries to reach the outside
 */
record ScriptSamples(ScriptLanguage language, String echo, String count, String syntaxError, String notCallable,
        String noJson, String number, String failing, String hog, String recursion, String loop, String loopAtLoad,
        String large, String spin, List<String> escapes) {

    static final ScriptSamples JAVASCRIPT = new ScriptSamples(ScriptLanguage.JAVASCRIPT,
            "function main(json) { return JSON.stringify(JSON.parse(json)); }",
            "let calls = 0; function main(json) { calls++; return JSON.stringify(calls); }",
            "function main(json) {\n  return ) ;\n}",
            "var main = 42; function helper(json) { return json; }",
            "function main(json) { return '{nonsense'; }",
            "function main(json) { return 42; }",
            "function inner() { throw new Error('no luck'); }\nfunction main(json) { return inner(); }",
            "function main(json) { const all = []; for (;;) all.push(new Array(1000).fill(all.length)); }",
            "function main(json) { return main(json); }",
            "function main(json) { while (JSON.parse(json).forever) {} return json; }",
            "for (;;) {}\nfunction main(json) { return json; }",
            "function main(json) { return JSON.stringify('x'.repeat(JSON.parse(json) << 20)); }",
            "function main(json) { const end = Date.now() + JSON.parse(json); while (Date.now() < end) {} return json; }",
            List.of("Java.type('java.lang.System').exit(1)", "load('/etc/passwd')", "read('/etc/passwd')",
                    "Polyglot.eval('python', '1')", "require('fs')", "import('/etc/passwd').then(x => x)"));

    static final ScriptSamples PYTHON = new ScriptSamples(ScriptLanguage.PYTHON, """
            import json
            def main(text):
                return json.dumps(json.loads(text))
            """, """
            calls = 0
            def main(text):
                global calls
                calls += 1
                return str(calls)
            """, "def main(text):\n    return ) \n", "main = 42\ndef helper(text):\n    return text\n",
            "def main(text):\n    return '{nonsense'\n", "def main(text):\n    return 42\n",
            "def inner():\n    raise ValueError('no luck')\ndef main(text):\n    return inner()\n", """
                    def main(text):
                        everything = []
                        while True:
                            everything.append([len(everything)] * 1000)
                    """, "def main(text):\n    return main(text)\n", """
                    import json
                    def main(text):
                        while json.loads(text)['forever']:
                            pass
                        return text
                    """, "while True:\n    pass\ndef main(text):\n    return text\n", """
                    def main(text):
                        return '"' + 'x' * (int(text) << 20) + '"'
                    """, """
                    import time
                    def main(text):
                        end = time.time() + int(text) / 1000
                        while time.time() < end:
                            pass
                        return text
                    """,
            List.of("open('/etc/passwd').read()", "__import__('os').listdir('/')", "__import__('os').system('true')",
                    "__import__('subprocess').run(['true'], check=True)",
                    "__import__('socket').create_connection(('127.0.0.1', 1))",
                    "__import__('java').type('java.lang.System').exit(1)",
                    "__import__('polyglot').eval(language='js', string='1')"));

    /** A function that tries an escape and tells what came of it. */
    String escape(String expression) {
        return switch (language) {
            case JAVASCRIPT -> "function main(json) { " + expression + "; return '\"escaped\"'; }";
            case PYTHON -> "def main(text):\n    " + expression + "\n    return '\"escaped\"'\n";
        };
    }

    @Override
    public String toString() {
        return language.id();
    }
}
