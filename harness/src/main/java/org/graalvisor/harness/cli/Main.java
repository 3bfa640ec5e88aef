package org.graalvisor.harness.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.graalvisor.harness.build.BuildProgress;
import org.graalvisor.harness.build.BuiltArtifacts;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.load.StopSignal;

/** What the launcher starts. */
public final class Main {
    private Main() {}

    /**
     * Runs one command.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        Supplier<Images> images = memoized(() -> Images.of(System.getenv(), builderJars(),
                new BuildProgress(System.err, System::nanoTime)));
        BuiltArtifacts artifacts = new BuiltArtifacts(images);
        GraalvisorCommand.run(new Services(artifacts, artifacts, images, new StopSignal()), arguments);
    }

    /** The launcher names the checkout; the build of native-toolchain copies the builder's jars below it. */
    private static Path builderJars() {
        return Path.of(System.getProperty("graalvisor.root", "."), "runtime", "native-toolchain", "target", "builder");
    }

    private static <T> Supplier<T> memoized(Supplier<T> supplier) {
        return new Supplier<>() {
            private Optional<T> value = Optional.empty();

            @Override
            public synchronized T get() {
                if (value.isEmpty()) {
                    value = Optional.of(supplier.get());
                }
                return value.get();
            }
        };
    }
}
