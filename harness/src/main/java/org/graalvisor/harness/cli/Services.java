package org.graalvisor.harness.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.graalvisor.harness.build.Images;
import org.graalvisor.harness.experiment.LanguageSelection;
import org.graalvisor.harness.experiment.Rig;
import org.graalvisor.harness.experiment.RigFactory;
import org.graalvisor.harness.host.NativeImageStatus;
import org.graalvisor.harness.load.StopSignal;
import org.graalvisor.harness.platform.Artifacts;
import org.graalvisor.harness.platform.DirectoryArtifacts;
import org.graalvisor.harness.platform.SelectedLanguages;

/**
 * What the commands get from whoever starts them.
 *
 * @param artifacts native files, unless the user names a directory
 * @param nativeImage knows the Native Image builder
 * @param images builds native images; finding the builder may fail with a ToolchainException
 * @param stop set by Ctrl-C
 */
public record Services(Artifacts artifacts, NativeImageStatus nativeImage, Supplier<Images> images, StopSignal stop) {

    Rig rig(Optional<Path> artifactsDirectory) {
        return rig(artifactsDirectory, LanguageSelection.ALL);
    }

    Rig rig(Optional<Path> artifactsDirectory, LanguageSelection languages) {
        return rig(artifactsDirectory, languages, artifacts);
    }

    /**
     * A rig that builds nothing.
     *
     * @param planned says where images will be
     */
    Rig rig(Optional<Path> artifactsDirectory, LanguageSelection languages, Artifacts planned) {
        return RigFactory.create(new SelectedLanguages(artifactsDirectory.<Artifacts>map(DirectoryArtifacts::new)
                .orElse(planned), languages.scripts()), nativeImage, stop);
    }
}
