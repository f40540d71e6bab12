package dev.hilo.export;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Rows that are read while those before them are written: a few hundred, however many there are. */
final class Ahead {

    /** Gives rows to the other until there are no more. */
    @FunctionalInterface
    interface Reading {
        void read(Taking taking) throws Exception;
    }

    /** Takes a row; its values are its own. */
    @FunctionalInterface
    interface Taking {
        void take(Object[] values) throws Exception;
    }

    private static final int ROWS = 100;
    private static final int BATCHES = 4;
    private static final List<Object[]> END = List.of();

    private final BlockingQueue<List<Object[]>> batches = new ArrayBlockingQueue<>(BATCHES);
    private List<Object[]> batch = new ArrayList<>(ROWS);
    private volatile boolean isLeft;
    private volatile Exception failure;

    private Ahead() {}

    /** Reads in a thread of its own, and writes in this one. */
    static void run(Reading reading, Taking writing) throws Exception {
        var ahead = new Ahead();
        var reader = Thread.ofPlatform().name("export-reader").daemon().start(() -> ahead.read(reading));
        try {
            for (var rows = ahead.batches.take(); rows != END; rows = ahead.batches.take()) {
                for (var values : rows) writing.take(values);
            }
        } finally {
            ahead.isLeft = true;
            reader.join();
        }
        if (ahead.failure != null) throw ahead.failure;
    }

    private void read(Reading reading) {
        try {
            reading.read(this::add);
            if (!batch.isEmpty()) pass(batch);
        } catch (Exception e) {
            failure = e;
        } catch (Error e) {
            failure = new IllegalStateException(e);
        }
        try {
            pass(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(Object[] values) throws InterruptedException {
        batch.add(values);
        if (batch.size() < ROWS) return;
        var full = batch;
        batch = new ArrayList<>(ROWS);
        pass(full);
    }

    /** Where the writer has failed, nobody takes it any more. */
    private void pass(List<Object[]> rows) throws InterruptedException {
        while (!batches.offer(rows, 100, TimeUnit.MILLISECONDS)) {
            if (isLeft) throw new InterruptedException("The writer has gone");
        }
    }
}
