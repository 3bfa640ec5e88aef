package org.graalvisor.harness.platform;

/**
 * A function as the rig knows it.
 *
 * @param workload name of the workload, names its shared library
 * @param entryPoint entry point given at registration
 * @param memoryBytes memory budget
 * @param invocation how it is called
 * @param check what a correct reply is
 */
public record FunctionUnderTest(String workload, String entryPoint, long memoryBytes, Invocation invocation,
        ReplyCheck check) {}
