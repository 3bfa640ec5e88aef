package org.graalvisor.harness.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The file that remembers every process and every temporary directory of a run, so that a rig that was killed leaves
 * nothing behind: the next start ends and removes what the ledger still lists. One event a line: {@code starting TOKEN
 * BOOT}, {@code started TOKEN PID START_TICKS}, {@code ended TOKEN}, {@code directory PATH}, {@code removed PATH}. A line
 * torn by a kill is ignored: recovery starts by ending it with a line break.
 */
public final class ProcessLedger {
    private static final int MOST_LOOKS = 10;
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final String DIRECTORY = "directory ";
    private static final String REMOVED = "removed ";
    private static final int GRACE_ATTEMPTS = 300;
    private static final long GRACE_PAUSE_NS = 10_000_000;

    private final Path file;
    private final ProcessTable table;

    /**
     * @param file the ledger, created when missing
     * @param table processes of this machine
     */
    public ProcessLedger(Path file, ProcessTable table) {
        this.file = file;
        this.table = table;
    }

    void starting(String token) {
        append("starting " + token + ' ' + bootId());
    }

    void started(String token, ProcessIdentity identity) {
        append("started " + token + ' ' + identity.pid() + ' ' + identity.startTicks());
    }

    void ended(String token) {
        append("ended " + token);
    }

    void directory(Path path) {
        append(DIRECTORY + path);
    }

    void removed(Path path) {
        append(REMOVED + path);
    }

    /**
     * Ends every process that an earlier owner of this ledger started and did not end: those with the recorded id and
     * start time, their descendants, and descendants whose parents are gone (by the recorded token). Then removes the
     * temporary directories that it did not remove.
     *
     * @return the processes that were still alive
     */
    public List<ProcessIdentity> endLeftovers() {
        append("");
        Map<String, Optional<ProcessIdentity>> open = openEntries();
        List<ProcessIdentity> ended = new ArrayList<>();
        // A process may start another one between the look and its end; that one is found by looking again.
        List<ProcessIdentity> alive = alive(open);
        for (int look = 0; look < MOST_LOOKS && !alive.isEmpty(); look++) {
            end(alive);
            ended.addAll(alive);
            alive = alive(open);
        }
        open.keySet().forEach(this::ended);
        openDirectories().forEach(this::remove);
        return List.copyOf(ended);
    }

    private List<ProcessIdentity> alive(Map<String, Optional<ProcessIdentity>> open) {
        Set<ProcessIdentity> alive = new LinkedHashSet<>();
        open.forEach((token, identity) -> {
            identity.filter(table::isAlive).ifPresent(root -> table.tree(root.pid()).stream()
                    .map(ProcessStat::identity).filter(table::isAlive).forEach(alive::add));
            table.withEnvironment(Spawner.TOKEN_VARIABLE, token).stream().map(ProcessStat::identity).filter(
                    table::isAlive).forEach(alive::add);
        });
        return List.copyOf(alive);
    }

    private void end(List<ProcessIdentity> alive) {
        alive.forEach(target -> Signals.send(table, target, Signals.TERMINATE));
        for (int attempt = 0; attempt < GRACE_ATTEMPTS && alive.stream().anyMatch(table::isAlive); attempt++) {
            LockSupport.parkNanos(GRACE_PAUSE_NS);
        }
        ProcessEnd.killAndAwait(table, alive, () -> {});
    }

    private void remove(Path directory) {
        try {
            ScratchDirectory.delete(directory);
            removed(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove " + directory + ", left behind by a killed run; delete it by "
                    + "hand", failure);
        }
    }

    /**
     * Tells whether any process is recorded that was not recorded as ended, in this boot of the machine, or a directory
     * that was not recorded as removed.
     */
    public boolean hasOpenEntries() {
        return Files.exists(file) && (!openEntries().isEmpty() || !openDirectories().isEmpty());
    }

    private List<Path> openDirectories() {
        Set<Path> open = new LinkedHashSet<>();
        for (String line : lines()) {
            if (line.startsWith(DIRECTORY)) {
                open.add(Path.of(line.substring(DIRECTORY.length())));
            } else if (line.startsWith(REMOVED)) {
                open.remove(Path.of(line.substring(REMOVED.length())));
            }
        }
        return open.stream().filter(path -> path.isAbsolute() && path.getNameCount() > 0 && path.getFileName()
                .toString().startsWith(ScratchDirectory.PREFIX)).toList();
    }

    private Map<String, Optional<ProcessIdentity>> openEntries() {
        Map<String, Optional<ProcessIdentity>> open = new LinkedHashMap<>();
        String bootId = bootId();
        for (String line : lines()) {
            String[] words = line.split(" ", -1);
            if (words.length == 3 && words[0].equals("starting") && words[2].equals(bootId)) {
                open.put(words[1], Optional.empty());
            } else if (words.length == 4 && words[0].equals("started") && open.containsKey(words[1])) {
                open.put(words[1],
                        Optional.of(new ProcessIdentity(Long.parseLong(words[2]), Long.parseLong(words[3]))));
            } else if (words.length == 2 && words[0].equals("ended")) {
                open.remove(words[1]);
            }
        }
        return open;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the process ledger " + file, unreadable);
        }
    }

    private synchronized void append(String line) {
        try {
            Files.write(file, (line + '\n').getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot record a process in " + file, unwritable);
        }
    }

    private static String bootId() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + BOOT_ID, unreadable);
        }
    }
}
