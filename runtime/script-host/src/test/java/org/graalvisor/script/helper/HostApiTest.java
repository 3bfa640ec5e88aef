package org.graalvisor.script.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.graalvisor.program.Grants;
import org.graalvisor.program.ScriptLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostApiTest {

    @Test
    void isAbsentWhenNothingIsGranted() {
        assertThat(HostApi.of(Grants.NONE, ScriptLanguage.JAVASCRIPT, ByteBuffer::wrap)).isEmpty();
        assertThat(HostApi.of(Grants.parse("polyglot"), ScriptLanguage.PYTHON, ByteBuffer::wrap)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"net|http", "helpers|hash,image,template", "read:/tmp|file", "run:true|run",
            "net,helpers|http,hash,image,template"})
    void listsWhatIsGrantedAndNothingElse(String grants, String members) {
        try (GuestCode code = new GuestCode(grants)) {
            assertThat(code.text("Object.keys(graalvisor).join()")).isEqualTo(members);
        }
    }

    @ParameterizedTest
    @CsvSource({"graalvisor.http.get('http://127.0.0.1:1/'),http,net",
            "graalvisor.file.read('/etc/passwd'),file,read:/path",
            "graalvisor.run(['ls']),run,run:program"})
    void whatIsNotGrantedNamesTheGrantToAskFor(String call, String member, String grant) {
        try (GuestCode code = new GuestCode("helpers")) {
            assertThat(code.error(call)).isEqualTo("graalvisor." + member
                    + " is not granted: register the function with allow=" + grant);
        }
    }

    @Test
    void helpersNeedTheirOwnGrant() {
        try (GuestCode code = new GuestCode("net")) {
            assertThat(code.error("graalvisor.hash('MD5', '')")).contains("allow=helpers");
            assertThat(code.error("graalvisor.image.thumbnail('', 1, 1)")).contains("allow=helpers");
            assertThat(code.error("graalvisor.template('', '')")).contains("allow=helpers");
        }
    }

    @Test
    void whatDoesNotExistIsUndefined() {
        try (GuestCode code = new GuestCode("helpers")) {
            assertThat(code.text("typeof graalvisor.exec")).isEqualTo("undefined");
        }
    }

    @Test
    void guestCodeCannotChangeIt() {
        try (GuestCode code = new GuestCode("helpers,net")) {
            code.run("graalvisor.hash = () => 'mine'; graalvisor.http.get = () => 'mine'");

            assertThat(code.text("graalvisor.hash('MD5', '')")).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
            assertThat(code.text("typeof graalvisor.http.get")).isEqualTo("function");
        }
    }

    @Test
    void guestCodeSeesNoJavaObject() {
        try (GuestCode code = new GuestCode("helpers,net,run:true")) {
            assertThat(code.text("typeof Java + typeof graalvisor.getClass + typeof graalvisor.hash.getClass"))
                    .isEqualTo("undefinedundefinedundefined");
        }
    }
}
