package org.graalvisor.workloads.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.graalvisor.workloads.catalogue.input.Clip;
import org.graalvisor.workloads.catalogue.input.Documents;
import org.graalvisor.workloads.catalogue.input.Network;
import org.graalvisor.workloads.catalogue.input.Photo;
import org.graalvisor.workloads.catalogue.input.TextLine;
import org.graalvisor.workloads.services.FileServer;
import org.graalvisor.workloads.services.Users;

/**
 * The inputs of one experiment, each made when it is first asked for: a data server on loopback and a directory of temporary
 * files. Both end with this object. Safe for several threads.
 */
public final class Inputs implements AutoCloseable {
    /** SeBS's small object for the uploader. */
    public static final int OBJECT_BYTES = 230_000;

    private final long seed;
    private final FileServer server;
    private final Path directory;
    private Optional<String> photoUrl = Optional.empty();
    private Optional<Path> documents = Optional.empty();
    private Optional<Path> clip = Optional.empty();
    private Optional<Network> network = Optional.empty();

    /**
     * Starts the data server.
     *
     * @param seed of all inputs
     * @throws IOException when there is no port, or no place for files
     */
    public Inputs(long seed) throws IOException {
        this.seed = seed;
        this.directory = Files.createTempDirectory("graalvisor-inputs");
        this.server = new FileServer(FileServer.DEFAULT_FILE_BYTES, seed);
    }

    /** The data server. */
    public FileServer server() {
        return server;
    }

    /** URL of an object of {@link #OBJECT_BYTES} pseudo-random bytes. */
    public String objectUrl() {
        return server.publish("object", object());
    }

    /** SHA-256 of that object, lower-case hexadecimal. */
    public String objectSha256() {
        return FileServer.sha256(object());
    }

    /** A user that the REST back-end of the data server knows, with the right password. */
    public Users.Login login() {
        return server.users().login(0);
    }

    private byte[] object() {
        byte[] object = new byte[OBJECT_BYTES];
        random("object").nextBytes(object);
        return object;
    }

    /** URL of a photo, a JPEG of {@link Photo#WIDTH} by {@link Photo#HEIGHT} pixels. */
    public synchronized String photoUrl() {
        if (photoUrl.isEmpty()) {
            photoUrl = Optional.of(server.publish("photo.jpg", Photo.jpeg(random("photo"))));
        }
        return photoUrl.orElseThrow();
    }

    /** A directory of {@link Documents#FILES} files of {@link Documents#TOTAL_BYTES} together. */
    public synchronized Path documents() {
        if (documents.isEmpty()) {
            documents = Optional.of(made(directory.resolve("documents"), path -> Documents.write(path, random(
                    "documents"))));
        }
        return documents.orElseThrow();
    }

    /**
     * A video clip of {@link Clip#SECONDS} seconds.
     *
     * @throws UncheckedIOException when there is no ffmpeg, see {@link Need#FFMPEG}
     */
    public synchronized Path clip() {
        if (clip.isEmpty()) {
            clip = Optional.of(made(directory.resolve("clip.mp4"), Clip::write));
        }
        return clip.orElseThrow();
    }

    /** URL of a line of text, upside down, a portable pixmap of {@link TextLine#WIDTH} by {@link TextLine#HEIGHT} pixels. */
    public String textLineUrl() {
        return server.publish("text.ppm", TextLine.pixmap(true));
    }

    /** A neural network that tells which way up text is. */
    public synchronized Network network() {
        if (network.isEmpty()) {
            Path place = directory.resolve("network");
            try {
                network = Optional.of(Network.write(place));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the neural network to " + place + ": " + e.getMessage(),
                        e);
            }
        }
        return network.orElseThrow();
    }

    private SplittableRandom random(String purpose) {
        return new SplittableRandom(seed ^ ((long) purpose.hashCode() << Integer.SIZE));
    }

    private static Path made(Path path, Writer writer) {
        try {
            writer.write(path);
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the input " + path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Writes an input. */
    @FunctionalInterface
    private interface Writer {
        void write(Path path) throws IOException;
    }
}
