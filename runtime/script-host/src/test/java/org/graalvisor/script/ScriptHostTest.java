package org.graalvisor.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.graalvisor.function.RefusedException;
import org.graalvisor.program.ScriptLanguage;
import org.graalvisor.program.ScriptProgram;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

class ScriptHostTest {
    private static final LanguageSupport JAVASCRIPT = new LanguageSupport() {
        @Override
        public ScriptLanguage language() {
            return ScriptLanguage.JAVASCRIPT;
        }

        @Override
        public void configure(Context.Builder builder) {
            builder.option("engine.WarnInterpreterOnly", "false");
        }

        @Override
        public Value evaluate(Context context, ProgramFiles files) {
            context.eval("js", "const main = text => text; while (endless) {}");
            return context.getBindings("js");
        }
    };

    @Test
    void aContextThatIsCancelledWhileItIsMadeNeverRunsItsCode() {
        AtomicReference<Optional<ScriptHost>> host = new AtomicReference<>(Optional.empty());
        ScriptHost cancelling = hostOf(program -> builder -> {
            host.get().orElseThrow().cancel(0);
            return builder.build();
        });
        host.set(Optional.of(cancelling));

        assertThatThrownBy(() -> cancelling.load(program())).isInstanceOf(RefusedException.class).hasMessageContaining(
                "cancelled");
    }

    @Test
    void aProgramInALanguageThatTheLibraryLacksIsRefused() {
        ScriptHost host = hostOf(program -> Context.Builder::build);
        byte[] python = new ScriptProgram(ScriptLanguage.PYTHON, "f", "main", "", 1, "", new byte[0]).encode();

        assertThatThrownBy(() -> host.load(python)).isInstanceOf(RefusedException.class).hasMessage(
                "this library runs javascript, not python");
    }

    @Test
    void aContextThatWasCancelledCanBeOpenedAgain() {
        ScriptHost opened = hostOf(program -> builder -> {
            Context context = builder.build();
            context.getBindings("js").putMember("endless", false);
            return context;
        });
        opened.load(program());
        opened.cancel(0);
        opened.open(0);

        assertThat(opened.invoke(0, "{}")).isEqualTo("{}");
        opened.close();
    }

    private static ScriptHost hostOf(Function<ScriptProgram, ContextMaker> makers) {
        return new ScriptHost(List.of(new HostedLanguage(JAVASCRIPT, makers)));
    }

    private static byte[] program() {
        return new ScriptProgram(ScriptLanguage.JAVASCRIPT, "endless", "main", "", 1, "", "".getBytes(
                StandardCharsets.UTF_8)).encode();
    }
}
