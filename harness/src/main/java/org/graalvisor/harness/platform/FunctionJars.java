package org.graalvisor.harness.platform;

import java.io.IOException;

/** Supplies Java functions as jars, for platforms that run them on HotSpot. */
@FunctionalInterface
public interface FunctionJars {

    /**
     * Returns a jar with the class of a function and everything it needs beside the JDK.
     *
     * @param workload name of a Java workload
     * @throws IOException when the jar cannot be made
     */
    byte[] jar(String workload) throws IOException;
}
