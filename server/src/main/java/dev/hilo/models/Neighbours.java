package dev.hilo.models;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Texts by their vectors, in 8 bits a number; the nearest are found by looking at all. */
public final class Neighbours {

    /** @param cosine from -1 to 1 */
    public record Near(long id, double cosine) {}

    private final long[] ids;
    private final byte[][] vectors;

    /** @param vectors as {@link #packed} makes them */
    public Neighbours(long[] ids, byte[][] vectors) {
        this.ids = ids;
        this.vectors = vectors;
    }

    static Neighbours of(List<float[]> vectors) {
        long[] ids = new long[vectors.size()];
        byte[][] packed = new byte[ids.length][];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = i;
            packed[i] = packed(vectors.get(i));
        }
        return new Neighbours(ids, packed);
    }

    public int size() {
        return ids.length;
    }

    /** A vector in 8 bits a number; its length is lost, which is 1 anyway. */
    public static byte[] packed(float[] vector) {
        float most = 1e-9f;
        for (float x : vector) most = Math.max(most, Math.abs(x));
        byte[] packed = new byte[vector.length];
        for (int i = 0; i < packed.length; i++) packed[i] = (byte) Math.round(vector[i] / most * 127);
        return packed;
    }

    /** Of length 1 again. */
    public static float[] unpacked(byte[] packed) {
        float scale = (float) (1 / Math.sqrt(Math.max(1, dot(packed, packed))));
        float[] vector = new float[packed.length];
        for (int i = 0; i < vector.length; i++) vector[i] = packed[i] * scale;
        return vector;
    }

    /** The nearest first; one of another dimension is passed over, since it is another model's. */
    public List<Near> nearest(float[] vector, int count) {
        byte[] asked = packed(vector);
        double length = Math.sqrt(Math.max(1, dot(asked, asked)));
        var best = new PriorityQueue<Near>(Comparator.comparingDouble(Near::cosine));
        for (int i = 0; i < ids.length; i++) {
            byte[] each = vectors[i];
            if (each.length != asked.length) continue;
            double cosine = dot(asked, each) / length / Math.sqrt(Math.max(1, dot(each, each)));
            if (best.size() == count && cosine <= best.peek().cosine()) continue;
            best.add(new Near(ids[i], cosine));
            if (best.size() > count) best.poll();
        }
        var sorted = new ArrayList<>(best);
        sorted.sort(Comparator.comparingDouble(Near::cosine).reversed());
        return sorted;
    }

    static int dot(byte[] a, byte[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(ids.length);
        out.writeInt(ids.length == 0 ? 0 : vectors[0].length);
        for (byte[] vector : vectors) out.write(vector);
    }

    /** Without the ids. */
    static Neighbours read(DataInputStream in) throws IOException {
        long[] ids = new long[in.readInt()];
        int dimension = in.readInt();
        byte[][] vectors = new byte[ids.length][];
        for (int i = 0; i < ids.length; i++) vectors[i] = in.readNBytes(dimension);
        return new Neighbours(ids, vectors);
    }
}
