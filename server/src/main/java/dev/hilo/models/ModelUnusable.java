package dev.hilo.models;

/** A model that cannot be used, and why: its message goes on from "The model … cannot be used: ". */
public final class ModelUnusable extends RuntimeException {

    public ModelUnusable(String why) {
        super(why);
    }

    public ModelUnusable(String why, Throwable cause) {
        super(why, cause);
    }
}
