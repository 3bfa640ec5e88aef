package org.graalvisor.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ScriptProgramTest {

    @Property
    void whatIsEncodedIsDecoded(@ForAll ScriptLanguage language, @ForAll String name, @ForAll String entryPoint,
            @ForAll @IntRange(min = 1, max = 64) int contexts, @ForAll byte[] code) {
        ScriptProgram program = new ScriptProgram(language, name, entryPoint, "net", contexts, "a=b\n", code);
        ScriptProgram decoded = ScriptProgram.decode(program.encode());
        assertThat(decoded).usingRecursiveComparison().ignoringFields("name", "entryPoint").isEqualTo(program);
        assertThat(decoded.encode()).isEqualTo(program.encode());
    }

    @Property
    void truncatedBytesAreRefused(@ForAll byte[] code, @ForAll @IntRange(min = 1, max = 30) int missing) {
        byte[] whole = new ScriptProgram(ScriptLanguage.PYTHON, "f", "main", "", 4, "", code).encode();
        byte[] torn = Arrays.copyOf(whole, whole.length - Math.min(missing, whole.length));
        assertThatIllegalArgumentException().isThrownBy(() -> ScriptProgram.decode(torn)).withMessageContaining(
                "no encoded script function");
    }
}
