package dev.hilo.knowledge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Vectors as they are kept: little-endian floats, one vector after the other. */
final class Vector {

    private Vector() {}

    static byte[] bytes(List<float[]> vectors) {
        var buffer = ByteBuffer.allocate(
                        vectors.stream().mapToInt(v -> v.length * Float.BYTES).sum())
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float[] vector : vectors) for (float value : vector) buffer.putFloat(value);
        return buffer.array();
    }

    static List<float[]> of(byte[] bytes, int dimension) {
        var floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        var vectors = new ArrayList<float[]>();
        while (floats.remaining() >= dimension) {
            float[] vector = new float[dimension];
            floats.get(vector);
            vectors.add(vector);
        }
        return vectors;
    }
}
