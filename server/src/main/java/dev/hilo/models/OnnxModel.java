package dev.hilo.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;

/** A loaded encoder: a session of ONNX Runtime with one thread inside, which any number of threads may use at once. */
final class OnnxModel implements AutoCloseable {

    private final ModelCard card;
    private final Tokenizer tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxModel(ModelCard card, Tokenizer tokenizer, OrtEnvironment environment, OrtSession session) {
        this.card = card;
        this.tokenizer = tokenizer;
        this.environment = environment;
        this.session = session;
    }

    /** @throws ModelUnusable where the file is none that the runtime can load */
    static OnnxModel load(ModelCard card, Tokenizer tokenizer, Path file) {
        try {
            var environment = OrtEnvironment.getEnvironment();
            try (var options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                return new OnnxModel(card, tokenizer, environment, environment.createSession(file.toString(), options));
            }
        } catch (OrtException e) {
            throw new ModelUnusable("its file cannot be loaded (" + e.getMessage() + ")", e);
        }
    }

    /** The text's vector, of length 1. */
    float[] embed(String text) {
        int[] ids = tokenizer.encode(text, card.maxTokens());
        var inputs = new HashMap<String, OnnxTensor>();
        try {
            for (String name : session.getInputNames()) inputs.put(name, input(name, ids));
            try (var result = session.run(inputs)) {
                return pooled((OnnxTensor) result.get(0), ids.length);
            }
        } catch (OrtException e) {
            throw new ModelUnusable("it failed on a text of " + ids.length + " pieces", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor input(String name, int[] ids) throws OrtException {
        long[] values = new long[ids.length];
        switch (name) {
            case "input_ids" -> Arrays.setAll(values, i -> ids[i]);
            case "attention_mask" -> Arrays.fill(values, 1);
            case "token_type_ids" -> {}
            default -> throw new ModelUnusable("it wants an input named " + name);
        }
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, ids.length});
    }

    /** Of one vector a token, or of one that the model has already made of them. */
    private float[] pooled(OnnxTensor output, int tokens) {
        long[] shape = output.getInfo().getShape();
        int dimension = (int) shape[shape.length - 1];
        FloatBuffer numbers = output.getFloatBuffer();
        float[] vector = new float[dimension];
        int rows = shape.length == 2 || card.pooling() == Pooling.CLS ? 1 : tokens;
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < dimension; i++) vector[i] += numbers.get(row * dimension + i);
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double sum = 0;
        for (float x : vector) sum += x * x;
        float scale = sum == 0 ? 0 : (float) (1 / Math.sqrt(sum));
        for (int i = 0; i < vector.length; i++) vector[i] *= scale;
        return vector;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The session of " + card.id() + " cannot be closed", e);
        }
    }
}
