package org.graalvisor.workloads.catalogue.code;

import java.util.List;
import java.util.Optional;

/**
 * The code of a Java function.
 *
 * @param className of the class with the method {@code public static String main(String json)}
 * @param parts all it is made of beside the JDK
 * @param imageOptions further {@code native-image} options to compile it ahead of time
 * @param notInIsolates why it cannot be compiled or run ahead of time; nothing when it can
 */
public record JavaCode(String className, List<JarPart> parts, List<String> imageOptions,
        Optional<String> notInIsolates) {
    /** Name of the method of every Java function. */
    public static final String METHOD = "main";

    public JavaCode {
        parts = List.copyOf(parts);
        imageOptions = List.copyOf(imageOptions);
    }

    /**
     * Code that runs everywhere.
     *
     * @param type the function's class
     * @param parts all it is made of, with that class
     */
    public static JavaCode of(Class<?> type, JarPart... parts) {
        return new JavaCode(type.getName(), List.of(parts), List.of(), Optional.empty());
    }

    /** The same code, compiled with these options. */
    public JavaCode withImageOptions(String... options) {
        return new JavaCode(className, parts, List.of(options), notInIsolates);
    }

    /** Class and method as {@code com.example.Hello#main}. */
    public String entryPoint() {
        return className + "#" + METHOD;
    }
}
