package org.graalvisor.harness.platform;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvisor.workloads.catalogue.JavaCodes;
import org.graalvisor.workloads.catalogue.code.FunctionJar;

/** Packs the Java functions of the catalogue, each once. */
public final class CatalogueJars implements FunctionJars {
    private final Map<String, byte[]> packed = new ConcurrentHashMap<>();

    @Override
    public byte[] jar(String workload) throws IOException {
        return packed.computeIfAbsent(workload, name -> JavaCodes.find(name).map(FunctionJar::forHotSpot).orElseThrow(
                () -> new SystemUnderTestException(name + " is no Java function that can be packed as a jar"))).clone();
    }
}
