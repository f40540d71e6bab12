package dev.hilo.client;

/** The endpoint could not be reached, or its answer was cut off, and a further attempt would do no harm. */
public final class Unreachable extends HiloError {

    Unreachable(String call, int attempts, Throwable cause) {
        super(call + " was not answered in " + attempts + " attempts: " + cause, cause);
    }
}
