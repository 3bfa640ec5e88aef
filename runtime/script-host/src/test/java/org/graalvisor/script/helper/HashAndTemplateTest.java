package org.graalvisor.script.helper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashAndTemplateTest {
    private final GuestCode code = new GuestCode("helpers");

    @AfterEach
    void close() {
        code.close();
    }

    @Test
    void hashesBytesOfAnyShape() {
        String ofAbc = "900150983cd24fb0d6963f7d28e17f72";
        assertThat(code.text("graalvisor.hash('MD5', 'abc')")).isEqualTo(ofAbc);
        assertThat(code.text("graalvisor.hash('MD5', new Uint8Array([97, 98, 99]))")).isEqualTo(ofAbc);
        assertThat(code.text("graalvisor.hash('MD5', new Uint8Array([97, 98, 99]).buffer)")).isEqualTo(ofAbc);
        assertThat(code.text("graalvisor.hash('MD5', new Uint8Array([0, 97, 98, 99, 0]).subarray(1, 4))")).isEqualTo(
                ofAbc);
        assertThat(code.text("graalvisor.hash('MD5', new DataView(new Uint8Array([0, 97, 98, 99]).buffer, 1))"))
                .isEqualTo(ofAbc);
    }

    @Test
    void hashesTextAsUtf8() {
        // printf 'é' | sha256sum
        assertThat(code.text("graalvisor.hash('SHA-256', 'é')")).isEqualTo(
                "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
    }

    @Test
    void refusesAlgorithmsAndValuesItDoesNotKnow() {
        assertThat(code.error("graalvisor.hash('CRC', 'abc')")).isEqualTo(
                "graalvisor.hash: there is no algorithm 'CRC', only MD5, SHA-1, SHA-256");
        assertThat(code.error("graalvisor.hash('MD5', 7)")).isEqualTo(
                "graalvisor.hash: the argument 'bytes' has to be bytes or a string, not 7");
        assertThat(code.error("graalvisor.hash('MD5')")).contains("the argument 'bytes' is missing");
    }

    @Test
    void rendersATemplateFromJson() {
        assertThat(code.text("""
                graalvisor.template('Hi {{name}}: {{#numbers}}<{{.}}>{{/numbers}}{{^gone}} none{{/gone}}{{missing}}',
                    JSON.stringify({name: '<Ada>', numbers: [1, 2.50, 1e3], gone: null}))""")).isEqualTo(
                "Hi &lt;Ada&gt;: <1><2.5><1000> none");
    }

    @Test
    void saysWhatIsWrongWithATemplateOrItsValues() {
        assertThat(code.error("graalvisor.template('{{#a}}', '{}')")).contains("the template cannot be rendered");
        assertThat(code.error("graalvisor.template('', '{')")).contains("the values are no JSON");
        assertThat(code.error("graalvisor.template('', '')")).contains("the text is empty");
        assertThat(code.error("graalvisor.template('', '{} {}')")).contains("there is more after the first value");
    }

    @Test
    void templatesReachNoMethodsOfJava() {
        assertThat(code.text("graalvisor.template('[{{name.class}}{{name.bytes}}{{class}}]', '{\"name\":\"x\"}')"))
                .isEqualTo("[]");
    }
}
