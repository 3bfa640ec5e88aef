package org.graalvisor.script.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ProgramHelperTest {
    private final GuestCode code = new GuestCode("run:sh,run:cat,run:env,run:no-such-program");

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        code.close();
    }

    @Test
    void givesExitStatusOutputAndError() {
        code.run("const r = graalvisor.run(['sh', '-c', 'printf out; printf err >&2; exit 3'])");

        assertThat(code.text("r.exit + String.fromCharCode(...r.output) + r.error")).isEqualTo("3outerr");
    }

    @Test
    void argumentsAreNotReadByAShell() {
        assertThat(code.text(
                "String.fromCharCode(...graalvisor.run(['sh', '-c', 'printf %s \"$1\"', 'x', '$HOME; `ls`']"
                        + ").output)")).isEqualTo("$HOME; `ls`");
    }

    @Test
    void handsInputOnWhetherItIsReadOrNot() {
        assertThat(code.text("graalvisor.run(['cat'], new Uint8Array([1, 2, 255])).output.join()")).isEqualTo(
                "1,2,255");
        assertThat(code.run("graalvisor.run(['sh', '-c', 'exit 0'], new Uint8Array(1000000)).exit").asInt()).isZero();
    }

    @Test
    void readsMoreThanAPipeHolds() {
        assertThat(code.run("graalvisor.run(['sh', '-c', 'head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2'])"
                + ".output.length").asInt()).isEqualTo(3_000_000);
    }

    @Test
    void theEnvironmentIsTheSearchPathAlone() {
        assertThat(code.text("String.fromCharCode(...graalvisor.run(['env']).output)").strip()).startsWith("PATH=")
                .doesNotContain("\n");
    }

    @Test
    void refusesOtherProgramsAndOtherWaysToNameThem() {
        assertThat(code.error("graalvisor.run(['ls'])")).isEqualTo("graalvisor.run: the program 'ls' is not granted; "
                + "granted are sh, cat, env, no-such-program; register the function with allow=run:ls");
        assertThat(code.error("graalvisor.run(['/bin/sh'])")).contains("is not granted");
        assertThat(code.error("graalvisor.run([])")).contains("has to be an array of strings that is not empty");
        assertThat(code.error("graalvisor.run(['sh', 1])")).contains("'command[1]' has to be a string, not 1");
        assertThat(code.error("graalvisor.run(['no-such-program'])")).contains("'no-such-program' cannot be run");
    }

    @Test
    @Timeout(30)
    void aCancelledContextEndsItsProgram() throws Exception {
        Path pid = directory.resolve("pid");
        CompletableFuture<?> running = CompletableFuture.runAsync(() -> code.run(
                "graalvisor.run(['sh', '-c', 'echo $$ > "
                        + pid + ".new; mv " + pid + ".new " + pid + "; sleep 600'])"));
        while (!Files.exists(pid)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        long program = Long.parseLong(Files.readString(pid).strip());

        code.context().close(true);

        assertThatThrownBy(running::join).hasMessageContaining("cancel");
        while (ProcessHandle.of(program).isPresent()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Test
    @Timeout(30)
    void endsProgramsThatRunTooLongOrWriteTooMuch() throws IOException {
        assertThat(limited(new BoundedRun.Limits(Duration.ofMillis(50), 1_000), "sleep 600")).isEqualTo(
                "ended after 0 s, the longest a program may run");
        assertThat(limited(new BoundedRun.Limits(Duration.ofMinutes(1), 1_000), "cat /dev/zero | head -c 100000000"
                + "; sleep 600")).isEqualTo("ended since it wrote more than 1000 bytes");
    }

    private String limited(BoundedRun.Limits limits, String script) throws IOException {
        code.context().enter();
        try (BoundedRun run = new BoundedRun(new ProcessBuilder(List.of("sh", "-c", script)), limits,
                System::nanoTime)) {
            return "exit " + run.run(new byte[0]);
        } catch (HelperException e) {
            return e.getMessage();
        } finally {
            code.context().leave();
        }
    }
}
