package org.graalvisor.runtime.cpu;

/** The two interfaces of the kernel. */
enum CgroupVersion {
    V1("tasks"), V2("cgroup.threads");

    private final String threadsFile;

    CgroupVersion(String threadsFile) {
        this.threadsFile = threadsFile;
    }

    /** The file a thread id is written to in order to move that thread. */
    String threadsFile() {
        return threadsFile;
    }
}
