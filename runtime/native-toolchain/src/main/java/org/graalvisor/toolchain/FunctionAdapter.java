package org.graalvisor.toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * The one class between the exported entry point and a function: it implements the function-api's interface by calling
 * the function's static method. Generated, so that neither source nor reflection is needed.
 *
 * @param bytes its class file
 */
record FunctionAdapter(byte[] bytes) {
    static final String CLASS_NAME = "org.graalvisor.function.generated.Adapter";
    private static final ClassDesc INTERFACE = ClassDesc.of("org.graalvisor.function.JsonFunction");
    private static final MethodTypeDesc TYPE = MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_String);

    static FunctionAdapter of(FunctionEntry entry) {
        return new FunctionAdapter(ClassFile.of().build(ClassDesc.of(CLASS_NAME), type -> type
                .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                .withInterfaceSymbols(INTERFACE)
                .withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC,
                        code -> code.aload(0).invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME,
                                ConstantDescs.MTD_void)
                                .return_())
                .withMethodBody("call", TYPE, ClassFile.ACC_PUBLIC,
                        code -> code.aload(1).invokestatic(ClassDesc.of(entry.className()), entry.method(), TYPE)
                                .areturn())));
    }

    /** Writes the class below a directory of its own, named by its content. */
    Path writeTo(Path directory) {
        Path root = directory.resolve(new Hash().add(HexFormat.of().formatHex(bytes)).hex());
        Path file = root.resolve(CLASS_NAME.replace('.', '/') + ".class");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the adapter class " + file, e);
        }
        return root;
    }
}
