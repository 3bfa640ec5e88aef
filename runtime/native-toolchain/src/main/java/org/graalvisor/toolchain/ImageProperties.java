package org.graalvisor.toolchain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What one {@code native-image.properties}, or one file of reachability metadata, asks of a build.
 *
 * @param args options for the image
 * @param javaArgs options for the virtual machine that builds it
 */
record ImageProperties(List<String> args, List<String> javaArgs) {
    private static final String PROPERTIES = "native-image.properties";

    /** Files of reachability metadata and the options that make the builder read them, as the native-image driver does. */
    private static final Map<String, String> METADATA = Map.of("reachability-metadata.json",
            "ReachabilityMetadataResources",
            "reflect-config.json", "ReflectionConfigurationResources", "jni-config.json", "JNIConfigurationResources",
            "resource-config.json", "ResourceConfigurationResources", "proxy-config.json",
            "DynamicProxyConfigurationResources",
            "serialization-config.json", "SerializationConfigurationResources");

    static List<ImageProperties> read(Path classPathEntry) {
        return MetaInfFile.readAll(classPathEntry).stream().flatMap(ImageProperties::of).toList();
    }

    static Stream<ImageProperties> of(MetaInfFile file) {
        if (file.name().equals(PROPERTIES)) {
            return Stream.of(parse(file));
        }
        return Stream.ofNullable(METADATA.get(file.name())).map(option -> new ImageProperties(
                List.of("-H:" + option + "=" + file.directory() + "/" + file.name()), List.of()));
    }

    private static ImageProperties parse(MetaInfFile file) {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(file.content()));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
        return new ImageProperties(words(properties, "Args", file.directory()), words(properties, "JavaArgs", file
                .directory()));
    }

    /** {@code ${.}} stands for the directory of the file, as a resource path. */
    private static List<String> words(Properties properties, String key, String directory) {
        String value = properties.getProperty(key, "").replace("${.}", directory).strip();
        return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
    }
}
