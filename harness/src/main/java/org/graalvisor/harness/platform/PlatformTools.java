package org.graalvisor.harness.platform;

/**
 * What a platform may be made with.
 *
 * @param artifacts native files
 * @param finder finds executables of this machine
 * @param java virtual machine and class path of this process, plug-ins included
 * @param invocationTimeoutMs longest wait for any reply
 */
public record PlatformTools(Artifacts artifacts, ExecutableFinder finder, JavaInstallation java,
        long invocationTimeoutMs) {}
