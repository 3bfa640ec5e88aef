package org.graalvisor.harness.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the processes of this machine from /proc. Processes that end while they are read are left out. */
public final class ProcessTable {
    private final Path proc;

    /**
     * @param proc the mounted proc file system, /proc
     */
    public ProcessTable(Path proc) {
        this.proc = proc;
    }

    /** Returns the table of the machine this process runs on. */
    public static ProcessTable ofThisMachine() {
        return new ProcessTable(Path.of("/proc"));
    }

    /** Returns the state of one process, or nothing when it does not exist. */
    public Optional<ProcessStat> find(long pid) {
        try {
            return ProcessStat.parse(read(pid, "stat"));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Tells whether this very process exists and is no zombie. */
    public boolean isAlive(ProcessIdentity identity) {
        return find(identity.pid()).filter(stat -> stat.identity().equals(identity))
                .filter(stat -> stat.state() != 'Z' && stat.state() != 'X').isPresent();
    }

    /**
     * Returns the text of one file of a process.
     *
     * @param pid process id
     * @param file name below /proc/PID
     * @throws IOException when the process has ended or may not be read
     */
    public String read(long pid, String file) throws IOException {
        return new String(Files.readAllBytes(proc.resolve(Long.toString(pid)).resolve(file)),
                StandardCharsets.UTF_8);
    }

    /** Returns a process and all its descendants, parents before children. Empty when the process does not exist. */
    public List<ProcessStat> tree(long rootPid) {
        Optional<ProcessStat> root = find(rootPid);
        if (root.isEmpty()) {
            return List.of();
        }
        List<ProcessStat> everything = all();
        List<ProcessStat> tree = new ArrayList<>();
        Deque<ProcessStat> unvisited = new ArrayDeque<>(List.of(root.get()));
        while (!unvisited.isEmpty()) {
            ProcessStat parent = unvisited.removeFirst();
            tree.add(parent);
            everything.stream().filter(stat -> stat.parentPid() == parent.pid() && stat.pid() != rootPid)
                    .forEach(unvisited::addLast);
        }
        return List.copyOf(tree);
    }

    /**
     * Returns several processes with all their descendants, reading the machine's processes once.
     *
     * @param roots process ids; those that do not exist are left out
     */
    public List<ProcessStat> trees(Collection<Long> roots) {
        Map<Long, List<ProcessStat>> children = new HashMap<>();
        Map<Long, ProcessStat> everything = new HashMap<>();
        for (ProcessStat stat : all()) {
            everything.put(stat.pid(), stat);
            children.computeIfAbsent(stat.parentPid(), parent -> new ArrayList<>()).add(stat);
        }
        List<ProcessStat> found = new ArrayList<>();
        Deque<ProcessStat> unvisited = new ArrayDeque<>();
        roots.stream().map(everything::get).filter(Objects::nonNull).forEach(unvisited::addLast);
        while (!unvisited.isEmpty()) {
            ProcessStat parent = unvisited.removeFirst();
            found.add(parent);
            children.getOrDefault(parent.pid(), List.of()).forEach(unvisited::addLast);
        }
        return found;
    }

    /** Returns every process whose environment holds the given entry, as far as this user may read it. */
    public List<ProcessStat> withEnvironment(String name, String value) {
        String entry = name + '=' + value;
        return all().stream().filter(stat -> environment(stat.pid()).contains(entry)).toList();
    }

    private List<String> environment(long pid) {
        try {
            return List.of(read(pid, "environ").split("\0", -1));
        } catch (IOException goneOrForeign) {
            return List.of();
        }
    }

    private List<ProcessStat> all() {
        List<ProcessStat> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path entry : entries) {
                find(Long.parseLong(entry.getFileName().toString())).ifPresent(found::add);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot list processes in " + proc + "; is it mounted?", unreadable);
        }
        return found;
    }
}
