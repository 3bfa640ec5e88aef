package org.graalvisor.workloads.catalogue.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A neural network that tells which way up a line of text is (PaddleOCR's angle classifier), and the libraries it runs on, as
 * files: both come inside jars.
 *
 * @param model ONNX file; the input is RGB of 192 by 48, the classes are {@link #UPRIGHT} and {@link #UPSIDE_DOWN}
 * @param libraries directory with ONNX Runtime's libraries for this machine
 */
public record Network(Path model, Path libraries) {
    /** Class of text that reads from left to right. */
    public static final int UPRIGHT = 0;
    /** Class of text that was turned by 180 degrees. */
    public static final int UPSIDE_DOWN = 1;

    private static final String MODEL = "/models/ch_ppocr_mobile_v2.0_cls_infer.onnx";

    /**
     * Copies the files out of their jars.
     *
     * @param directory to be made
     * @throws IOException when that fails
     */
    public static Network write(Path directory) throws IOException {
        Files.createDirectory(directory);
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
        for (String library : new String[]{"libonnxruntime.so", "libonnxruntime4j_jni.so"}) {
            copy("/ai/onnxruntime/native/linux-" + processor + "/" + library, directory.resolve(library));
        }
        Path model = directory.resolve("text-direction.onnx");
        copy(MODEL, model);
        return new Network(model, directory);
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream source = Network.class.getResourceAsStream(resource)) {
            if (source == null) {
                throw new IOException("the class path has no " + resource);
            }
            Files.copy(source, file);
        }
    }
}
