package org.graalvisor.harness.platform;

/**
 * A function as the rig knows it.
 *
 * @param workload name of the workload
 * @param code how its code gets to a platform
 * @param entryPoint entry point given at registration
 * @param memoryBytes memory budget
 * @param invocation how it is called
 * @param check what a correct reply is
 */
public record FunctionUnderTest(String workload, FunctionCode code, String entryPoint, long memoryBytes,
        Invocation invocation, ReplyCheck check) {}
