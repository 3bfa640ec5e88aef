package org.graalvisor.baselines.openwhisk;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The three proxies on this machine. */
public final class ActionProxies {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private ActionProxies() {}

    /** Java, Node.js and Python; those that cannot run here say so themselves. */
    public static List<ActionProxy> ofThisMachine() {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        List<Path> directories = Stream.of(path.split(File.pathSeparator, -1)).filter(entry -> !entry.isEmpty())
                .map(Path::of).toList();
        return List.of(JavaProxy.ofThisProcess(), ScriptProxy.nodejs(directories), ScriptProxy.python(PYTHON));
    }

    /** The proxy of that name, with or without its prefix: openwhisk-java or java. */
    public static Optional<ActionProxy> find(String name) {
        return ofThisMachine().stream().filter(proxy -> proxy.name().equals(name) || proxy.name().equals("openwhisk-"
                + name)).findFirst();
    }
}
