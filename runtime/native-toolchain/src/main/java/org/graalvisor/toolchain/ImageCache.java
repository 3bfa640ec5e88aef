package org.graalvisor.toolchain;

import java.nio.file.Path;

/**
 * Native images by a hash of everything they are built from: class path content, options and builder. Lies outside the
 * checkout, in {@code $GRAALVISOR_CACHE} or {@code ~/.cache/graalvisor}.
 */
public final class ImageCache {
    private final Path root;

    /**
     * @param root directory of the cache
     */
    public ImageCache(Path root) {
        this.root = root;
    }

    /** The cache of this user. */
    public static Path defaultRoot() {
        String moved = System.getenv("GRAALVISOR_CACHE");
        return moved == null || moved.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "graalvisor")
                : Path.of(moved).toAbsolutePath();
    }

    Path root() {
        return root;
    }

    BuildDirectory directory(ImageBuilder builder, ImageRequest request) {
        Hash hash = new Hash().add(builder.fingerprint()).add(request.name()).add(request.kind().name())
                .add(request.mainClass()).addAll(request.options());
        request.classPath().forEach(hash::addClassPathEntry);
        return new BuildDirectory(root.resolve("images"), request.name() + "-" + hash.hex());
    }
}
