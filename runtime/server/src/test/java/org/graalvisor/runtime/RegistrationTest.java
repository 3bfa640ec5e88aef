package org.graalvisor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fep=e&language=java&mem=16777216 | fid
            fid=&fep=e&language=java&mem=16777216 | fid
            fid=%zz&fep=e&language=java&mem=16777216 | fid
            fid=%ff&fep=e&language=java&mem=16777216 | fid
            fid=a&language=java&mem=16777216 | fep
            fid=a&fep=e&mem=16777216 | language
            fid=a&fep=e&language=cobol&mem=16777216 | language
            fid=a&fep=e&language=java | mem
            fid=a&fep=e&language=java&mem=-1 | mem
            fid=a&fep=e&language=java&mem=many | mem
            fid=a&fep=e&language=java&mem=2097151 | mem
            fid=a&fep=e&language=java&mem=9000000000000000000 | mem
            fid=a&fep=e&language=java&mem=16777216&mem=16777216 | mem
            fid=a&fep=e&language=java&mem=16777216&cpuMillis=0 | cpuMillis
            fid=a&fep=e&language=java&mem=16777216&cpuMillis=500 | unavailable
            fid=a&fep=e&language=java&memory=16777216 | memory
            """)
    void wrongFieldsAreNamed(String query, String field) throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            Answer answer = client.post("/register?" + query.strip(), FakeLibraryLoader.CODE);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains(field);
            assertThat(client.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void aFunctionLivesFromRegistrationToDeregistration() throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            assertThat(client.post("/invoke?fid=h%C3%A9llo+1", "{}").status()).isEqualTo(404);
            assertThat(client.post(ServerFixture.REGISTER + "h%C3%A9llo+1", FakeLibraryLoader.CODE).text()).isEqualTo(
                    "true");
            assertThat(client.post(ServerFixture.REGISTER + "h%C3%A9llo+1", FakeLibraryLoader.CODE).status()).isEqualTo(
                    409);
            assertThat(client.post("/invoke?fid=h%C3%A9llo+1", "{}").text()).isEqualTo("{}");
            assertThat(client.post("/deregister?fid=h%C3%A9llo+1", "").text()).isEqualTo("true");
            assertThat(client.post("/invoke?fid=h%C3%A9llo+1", "{}").status()).isEqualTo(404);
            assertThat(client.post("/deregister?fid=h%C3%A9llo+1", "").status()).isEqualTo(404);
            assertThat(fixture.loader.openLibraries).hasValue(0);
            assertThat(fixture.loader.liveIsolates).hasValue(0);
        }
    }

    @Test
    void codeThatCannotBeLoadedGets422WithTheReason() throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            Answer answer = client.post(ServerFixture.REGISTER + "text", "just text");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains("not an ELF file: \\\"quoted\\\"\\n");
            assertThat(client.post(ServerFixture.REGISTER + "text", FakeLibraryLoader.CODE).status()).isEqualTo(200);
            assertThat(client.post(ServerFixture.REGISTER + "empty", "").status()).isEqualTo(400);
            assertThat(fixture.metric("graalvisor_code_bytes")).isEqualTo(FakeLibraryLoader.CODE.length);
        }
    }

    @Test
    void aSingleFunctionRuntimeAcceptsOneFunctionUntilItIsDeregistered() throws IOException {
        ServerFixture.Knobs knobs = new ServerFixture.Knobs();
        knobs.singleFunction = true;
        try (ServerFixture fixture = new ServerFixture(knobs); HttpClientForTests client = fixture.connect()) {
            fixture.register("one");
            Answer answer = client.post(ServerFixture.REGISTER + "two", FakeLibraryLoader.CODE);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text()).contains("--single-function", "deregister one");
            assertThat(client.post("/deregister?fid=one", "").status()).isEqualTo(200);
            fixture.register("two");
            assertThat(client.post("/invoke?fid=two", "[2]").text()).isEqualTo("[2]");
            assertThat(client.post("/invoke?fid=one", "[1]").status()).isEqualTo(404);
        }
    }

    @Test
    void codeIsKeptPrivatelyAndRemoved() throws Exception {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            fixture.register("one");
            Path directory = list(fixture.directory).get(0);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list(directory).get(0)))).isEqualTo(
                    "rw-------");
            client.send("POST " + ServerFixture.REGISTER
                    + "torn HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nFAKE");
            ServerFixture.eventually("half a file", () -> list(directory).size() == 2);
            client.disconnect();
            ServerFixture.eventually("the half file is removed", () -> list(directory).size() == 1);
            fixture.server.stop(1000);
            assertThat(list(fixture.directory)).isEmpty();
            fixture.server.close();
            assertThat(fixture.loader.openLibraries).hasValue(0);
        }
    }

    @Test
    void leftoversOfKilledRuntimesAreRemoved() throws IOException {
        try (ServerFixture fixture = new ServerFixture()) {
            Path dead = Files.createDirectory(fixture.directory.resolve("graalvisor-999999999-1-a"));
            Files.createFile(dead.resolve("1.so"));
            Path foreign = Files.createDirectory(fixture.directory.resolve("graalvisor-mine"));
            fixture.register("one");
            assertThat(fixture.server.removeLeftovers()).isEqualTo(1);
            assertThat(dead).doesNotExist();
            assertThat(list(fixture.directory)).hasSize(2).contains(foreign);
            Files.delete(foreign);
        }
    }

    @Test
    void aThousandRegistrationsLeaveNothingBehind() throws IOException {
        try (ServerFixture fixture = new ServerFixture(); HttpClientForTests client = fixture.connect()) {
            for (int i = 0; i < 1000; i++) {
                assertThat(client.post(ServerFixture.REGISTER + "f", FakeLibraryLoader.CODE).status()).isEqualTo(200);
                assertThat(client.post("/invoke?fid=f", "[1]").status()).isEqualTo(200);
                assertThat(client.post("/deregister?fid=f", "").status()).isEqualTo(200);
            }
            assertThat(fixture.metric("graalvisor_libraries_unloaded_total")).isEqualTo(1000);
            assertThat(fixture.metric("graalvisor_isolates_live")).isZero();
            assertThat(fixture.metric("graalvisor_code_bytes")).isZero();
            assertThat(fixture.metric("graalvisor_threads_started_total")).isLessThan(20);
            assertThat(list(list(fixture.directory).get(0))).isEmpty();
            assertThat(fixture.loader.violations).hasValue(0);
        }
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
