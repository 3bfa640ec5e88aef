package org.graalvisor.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Generates {@code <architecture>cpufeatures.h} from the builder's own class files, so that its fields are those the
 * builder at hand asks for: {@code com.oracle.svm.core.<architecture>.<Architecture>LibCHelper$CPUFeatures}.
 */
record CpuFeatureHeader(String architecture, List<String> features) {
    private static final List<String> CLASSES = List.of("amd64/AMD64", "aarch64/AArch64", "riscv64/RISCV64");

    static List<CpuFeatureHeader> readAll(Path svmJar) {
        try (ZipFile jar = new ZipFile(svmJar.toFile())) {
            return CLASSES.stream().map(name -> read(jar, name)).toList();
        } catch (IOException e) {
            throw new ToolchainException("cannot read the Native Image builder " + svmJar, e);
        }
    }

    private static CpuFeatureHeader read(ZipFile jar, String name) {
        String path = "com/oracle/svm/core/" + name + "LibCHelper$CPUFeatures.class";
        ZipEntry entry = jar.getEntry(path);
        if (entry == null) {
            throw new ToolchainException(jar.getName() + " has no " + path
                    + "; this builder version is not known here");
        }
        try (InputStream input = jar.getInputStream(entry)) {
            List<String> features = ClassFile.of().parse(input.readAllBytes()).methods().stream()
                    .map(MethodModel::methodName).map(Object::toString).filter(method -> !method.startsWith("<"))
                    .toList();
            return new CpuFeatureHeader(name.substring(0, name.indexOf('/')), features);
        } catch (IOException e) {
            throw new ToolchainException("cannot read " + path + " of " + jar.getName(), e);
        }
    }

    String fileName() {
        return architecture + "cpufeatures.h";
    }

    String text() {
        return features.stream().map(feature -> "    char " + feature + ";\n").collect(Collectors.joining("",
                "/* One byte a feature, in the order of the builder's declaration. */\ntypedef struct {\n",
                "} CPUFeatures;\n"));
    }
}
