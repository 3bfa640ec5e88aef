package org.graalvisor.harness.platform;

/**
 * A system that figures name and that this rig cannot start, so that it is listed with its reason instead of dropped.
 *
 * @param name name used in experiments and results
 * @param reason what is missing
 */
public record MissingPlatform(String name, String reason) implements Platform {

    /** Virtual machines of their own. */
    public static MissingPlatform microvm() {
        return new MissingPlatform("microvm", "its backend does not exist yet: nothing here boots a kernel in "
                + "Firecracker or QEMU");
    }

    /** Containers of their own. */
    public static MissingPlatform container() {
        return new MissingPlatform("container", "its backend does not exist yet: nothing here starts containers");
    }

    @Override
    public Availability availability() {
        return new Availability.Unavailable(reason);
    }

    @Override
    public boolean serves(String workload) {
        return true;
    }

    @Override
    public PlatformSession start(StartRequest request) {
        throw new SystemUnderTestException("cannot start " + name + ": " + reason);
    }
}
