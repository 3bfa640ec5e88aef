package org.graalvisor.workloads.java;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Locale;
import java.util.Map;

/**
 * Fetches an image and tells its class with a neural network on ONNX Runtime (Table 1). The network is the one the arguments name; its
 * input has to be one RGB image of the fetched image's size.
 */
public final class Classify {

    private Classify() {}

    /**
     * Classifies an image. The session ends with the invocation: it holds memory of the C++ heap, which would outlive an isolate.
     *
     * @param argumentsJson {@code {"url":"http://…","model":"/path","libraries":"/path"}}: a portable pixmap (P6), an ONNX file, and
     *            the directory with ONNX Runtime's two libraries
     * @return {@code {"class":index,"confidence":p,"exec_time_us":t}}, the most likely class, counted from 0, and its probability
     * @throws IOException when the image cannot be fetched
     * @throws OrtException when the network cannot be loaded or refuses the image
     */
    public static String main(String argumentsJson) throws IOException, OrtException {
        long startNs = System.nanoTime();
        JsonArguments arguments = JsonArguments.parse(argumentsJson);
        Pixmap image = Pixmap.parse(Http.get(arguments.text("url")));
        // Read once, when ONNX Runtime's classes are initialized.
        System.setProperty("onnxruntime.native.path", arguments.text("libraries"));
        float[] probabilities = probabilities(arguments.text("model"), image);
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return String.format(Locale.ROOT, "{\"class\":%d,\"confidence\":%.4f,\"exec_time_us\":%d}", best,
                probabilities[best], (System.nanoTime() - startNs) / 1000);
    }

    private static float[] probabilities(String model, Pixmap image) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            long[] shape = {1, Pixmap.CHANNELS, image.height(), image.width()};
            try (OrtSession session = environment.createSession(model, options);
                    OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(image.planes()), shape);
                    OrtSession.Result result = session.run(Map.of(session.getInputNames().iterator().next(), input))) {
                FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] probabilities = new float[output.remaining()];
                output.get(probabilities);
                return probabilities;
            }
        }
    }
}
