package org.graalvisor.workloads.catalogue.run;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvisor.workloads.catalogue.code.FunctionJar;
import org.graalvisor.workloads.catalogue.code.JavaCode;

/** A Java function that sees its jar and the JDK, as on a cluster. */
final class JarFunction implements AutoCloseable {
    private final URLClassLoader loader;
    private final Method main;

    JarFunction(JavaCode code, Path directory) throws IOException, ReflectiveOperationException {
        Path jar = Files.write(directory.resolve("function.jar"), FunctionJar.forHotSpot(code));
        loader = new URLClassLoader(new URL[]{jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        main = loader.loadClass(code.className()).getMethod(JavaCode.METHOD, String.class);
    }

    String invoke(String argumentsJson) throws Exception {
        try {
            return (String) main.invoke(null, argumentsJson);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the function threw " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
