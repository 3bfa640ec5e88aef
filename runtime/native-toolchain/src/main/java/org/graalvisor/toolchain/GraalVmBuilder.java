package org.graalvisor.toolchain;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The {@code native-image} driver of an installed GraalVM. */
record GraalVmBuilder(Path nativeImage, String version) implements ImageBuilder {

    @Override
    public String description() {
        return "GraalVM native-image " + version + " at " + nativeImage;
    }

    @Override
    public String fingerprint() {
        return "graalvm " + version;
    }

    @Override
    public List<String> command(ImageRequest request, Path output, Path work) {
        List<String> words = new ArrayList<>(List.of(nativeImage.toString(), "--no-fallback", "-cp",
                request.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        if (request.kind() == ImageRequest.Kind.SHARED_LIBRARY) {
            words.add("--shared");
        }
        words.addAll(request.options());
        words.add("-H:TempDirectory=" + work);
        words.add("-o");
        words.add(output.resolve(request.name()).toString());
        if (!request.mainClass().isEmpty()) {
            words.add(request.mainClass());
        }
        return words;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }
}
