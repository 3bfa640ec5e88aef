package org.graalvisor.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionEntryTest {
    private static final List<Path> HERE = List.of(
            Path.of(FunctionEntryTest.class.getProtectionDomain().getCodeSource().getLocation().getPath()));

    /** A function as a user writes it. */
    public static final class Greeter {
        private Greeter() {}

        /** Usable. */
        public static String main(String json) {
            return json;
        }

        /** Not usable: takes no JSON. */
        public static String other(int number) {
            return Integer.toString(number);
        }
    }

    @Test
    void acceptsAPublicStaticMethodFromTextToText() {
        assertThatCode(() -> FunctionEntry.parse(Greeter.class.getName() + "#main").requireIn(HERE))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheMethodsThereAreWhenTheWantedOneIsMissing() {
        assertThatThrownBy(() -> new FunctionEntry(Greeter.class.getName(), "other").requireIn(HERE))
                .isInstanceOf(ToolchainException.class).hasMessageContaining("public static String other(String)")
                .hasMessageContaining("main(Ljava/lang/String;)Ljava/lang/String;");
    }

    @Test
    void namesTheClassThatIsNotOnTheClassPath() {
        assertThatThrownBy(() -> new FunctionEntry("com.example.Missing", "main").requireIn(HERE))
                .isInstanceOf(ToolchainException.class).hasMessageContaining("com.example.Missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.example.Hello", "#main", "com.example.Hello#", ""})
    void refusesOtherForms(String text) {
        assertThatThrownBy(() -> FunctionEntry.parse(text)).isInstanceOf(ToolchainException.class)
                .hasMessageContaining("com.example.Hello#main");
    }

    @Test
    void givesBackWhatItRead() {
        assertThat(FunctionEntry.parse("a.B#c")).hasToString("a.B#c");
    }
}
