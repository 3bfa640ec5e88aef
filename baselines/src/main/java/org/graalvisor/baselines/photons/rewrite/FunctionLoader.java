package org.graalvisor.baselines.photons.rewrite;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.graalvisor.baselines.photons.state.Photons;

/** Loads a function's rewritten classes. A function sees the JDK, itself, and the package its rewritten code calls. */
final class FunctionLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final String STATE_PACKAGE = Photons.class.getPackageName() + ".";

    private final Map<String, byte[]> rewritten;

    /**
     * @param jar where resources come from
     * @param rewritten classes by binary name
     */
    FunctionLoader(Path jar, Map<String, byte[]> rewritten) throws IOException {
        super("photons", new URL[]{jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        this.rewritten = Map.copyOf(rewritten);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(STATE_PACKAGE)) {
            return Photons.class.getClassLoader().loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] classFile = rewritten.get(name);
        if (classFile == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, classFile, 0, classFile.length);
    }
}
