package org.graalvisor.harness.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Python functions in isolates. Building their library takes many minutes and 15 GB. */
@Tag("python")
class NativePythonTest extends NativeScriptContract {
    NativePythonTest() {
        super(ScriptSamples.PYTHON, "268435456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"time.sleep(0.001)", "time.localtime(0).tm_year in (1969, 1970)",
            "time.process_time() >= 0",
            "'sleep' in dir(time) and 'tzname' in dir(time)", "datetime.datetime.now().astimezone().utcoffset()",
            "datetime.datetime.strptime('2019-07-15', '%Y-%m-%d').year == 2019", "sleep(0) or tzname",
            "time.strftime('%Y', time.gmtime(0)) == '1970'"})
    void theModuleTimeIsCompleteAlthoughItIsPreparedWithTheImage(String expression) {
        register("time", "from time import *\nimport time, datetime\ndef main(text):\n    result = " + expression
                + "\n    return '\"wrong\"' if result is False else '\"right\"'\n");
        assertThat(runtime().invoke("time", "{}").body()).isEqualTo("\"right\"");
    }

    @Test
    void noBuiltinModuleLacksAMemberBecauseItWasPreparedWithTheImage() {
        register("members", """
                import json, sys, _imp
                import time, unicodedata, polyglot, datetime, math, collections
                def main(text):
                    lacking = {}
                    for name, module in list(sys.modules.items()):
                        spec = getattr(module, '__spec__', None)
                        if spec is not None and spec.origin == 'built-in':
                            before = set(dir(module))
                            _imp.exec_builtin(module)
                            more = set(dir(module)) - before
                            if more:
                                lacking[name] = sorted(more)
                    return json.dumps(lacking)
                """);
        assertThat(runtime().invoke("members", "{}").body()).isEqualTo("{}");
    }
}
