package org.graalvisor.baselines.openwhisk.hotspot;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;

/** Loads an action's jar, with {@link ExitCalls} redirected. */
final class ActionClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final URL jar;

    ActionClassLoader(Path jar) throws IOException {
        super("action", new URL[]{jar.toUri().toURL()}, ActionClassLoader.class.getClassLoader());
        this.jar = jar.toUri().toURL();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        URL resource = findResource(name.replace('.', '/') + ".class");
        if (resource == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream input = resource.openStream()) {
            byte[] classFile = ExitCalls.redirect(input.readAllBytes());
            definePackageOf(name);
            return defineClass(name, classFile, 0, classFile.length, new CodeSource(jar, (Certificate[]) null));
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private void definePackageOf(String className) {
        int dot = className.lastIndexOf('.');
        if (dot > 0 && getDefinedPackage(className.substring(0, dot)) == null) {
            try {
                definePackage(className.substring(0, dot), null, null, null, null, null, null, null);
            } catch (IllegalArgumentException e) {
                // Another thread was first.
                return;
            }
        }
    }
}
