package org.graalvisor.baselines.photons.rewrite;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Reads all classes of a jar. */
final class FunctionJar {
    private static final String SUFFIX = ".class";
    /** Older class files may hold subroutines (jsr), which nothing writes any more; 50 is Java 6. */
    private static final int OLDEST_MAJOR_VERSION = 50;

    private FunctionJar() {}

    /**
     * @return the classes by internal name, such as org/example/Hello
     * @throws UnsupportedFunctionException when the file is no jar, has no classes, or broken ones
     */
    static Map<String, ClassModel> read(Path file) throws UnsupportedFunctionException {
        Map<String, ClassModel> classes = new TreeMap<>();
        try (JarFile jar = new JarFile(new File(file.toString()), false, JarFile.OPEN_READ, Runtime.version())) {
            List<JarEntry> entries = jar.versionedStream().filter(entry -> isClass(entry.getName())).toList();
            for (JarEntry entry : entries) {
                try (InputStream input = jar.getInputStream(entry)) {
                    ClassModel parsed = parse(entry.getName(), input.readAllBytes());
                    classes.put(parsed.thisClass().asInternalName(), parsed);
                }
            }
        } catch (IOException e) {
            throw new UnsupportedFunctionException("the code is no jar: " + e.getMessage());
        }
        if (classes.isEmpty()) {
            throw new UnsupportedFunctionException("the jar has no classes");
        }
        return classes;
    }

    private static boolean isClass(String name) {
        return name.endsWith(SUFFIX) && !name.startsWith("META-INF/") && !name.endsWith("module-info.class");
    }

    private static ClassModel parse(String name, byte[] bytes) throws UnsupportedFunctionException {
        ClassModel parsed;
        try {
            parsed = ClassFile.of().parse(bytes);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedFunctionException("class file " + name + " is broken: " + e.getMessage());
        }
        int version = parsed.majorVersion();
        if (version < OLDEST_MAJOR_VERSION || version > ClassFile.latestMajorVersion()) {
            throw new UnsupportedFunctionException("class file " + name + " has version " + version + ", supported are "
                    + OLDEST_MAJOR_VERSION + " to " + ClassFile.latestMajorVersion());
        }
        return parsed;
    }
}
