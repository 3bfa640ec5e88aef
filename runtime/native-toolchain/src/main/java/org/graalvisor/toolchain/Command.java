package org.graalvisor.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a short-lived tool such as the C compiler and returns what it printed. */
final class Command {
    private Command() {}

    /**
     * @param directory where the tool runs
     * @param words the tool and its arguments
     * @return standard output and error, in the order they were printed
     * @throws ToolchainException when the tool is missing or ends with another status than 0
     */
    static String run(Path directory, List<String> words) {
        try {
            Process process = new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new ToolchainException("'" + String.join(" ", words) + "' ended with status " + status + ":\n"
                        + output);
            }
            return output;
        } catch (IOException e) {
            throw new ToolchainException("cannot run '" + words.get(0) + "': " + e.getMessage()
                    + "; install it (Debian: apt-get install gcc libc6-dev)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolchainException("interrupted while '" + words.get(0) + "' ran", e);
        }
    }
}
