package dev.hilo.models;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** A model that is loaded when it is first used, and worked on by the threads that all models share. */
final class LazyModel implements EmbeddingModel, AutoCloseable {

    /** Texts that are handed to the workers at once. */
    private static final int BATCH = 256;

    private final ModelCard card;
    private final ModelFiles files;
    private final Workers workers;
    private volatile OnnxModel loaded;
    private boolean closed;

    LazyModel(ModelCard card, ModelFiles files, Workers workers) {
        this.card = card;
        this.files = files;
        this.workers = workers;
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public float[] passage(String text) {
        return result(workers.submit(work(card.passagePrefix() + text)));
    }

    @Override
    public float[] query(String text) {
        return result(workers.submit(work(card.queryPrefix() + text)));
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        var vectors = new ArrayList<float[]>(texts.size());
        for (int from = 0; from < texts.size(); from += BATCH) {
            var batch = texts.subList(from, Math.min(texts.size(), from + BATCH)).stream()
                    .map(text -> workers.submit(work(card.passagePrefix() + text)))
                    .toList();
            batch.forEach(future -> vectors.add(result(future)));
        }
        return vectors;
    }

    private Callable<float[]> work(String text) {
        return () -> model().embed(text);
    }

    private OnnxModel model() throws IOException {
        var model = loaded;
        return model != null ? model : load();
    }

    private synchronized OnnxModel load() throws IOException {
        if (closed) throw new IllegalStateException("The model " + card.id() + " is closed");
        if (loaded == null) loaded = files.load(card);
        return loaded;
    }

    private float[] result(Future<float[]> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(false);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + card.id() + " was at work", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ModelUnusable unusable) throw unusable;
            throw new ModelUnusable("it failed", e.getCause());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (loaded != null) loaded.close();
        loaded = null;
    }
}
