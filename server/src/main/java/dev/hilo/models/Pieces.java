package dev.hilo.models;

import java.util.Arrays;

/** The numbers of a text's pieces, up to a bound: what is beyond is left out. */
final class Pieces {

    private final int atMost;
    private int[] ids = new int[64];
    private int size;

    Pieces(int atMost) {
        this.atMost = atMost;
    }

    void add(int id) {
        if (full()) return;
        if (size == ids.length) ids = Arrays.copyOf(ids, 2 * size);
        ids[size++] = id;
    }

    boolean full() {
        return size >= atMost;
    }

    int size() {
        return size;
    }

    void cutTo(int length) {
        size = length;
    }

    int[] endedWith(int... last) {
        int[] all = Arrays.copyOf(ids, size + last.length);
        System.arraycopy(last, 0, all, size, last.length);
        return all;
    }
}
