package dev.hilo.client;

/** Why a call did not do what was asked: refused, never arrived, or nobody knows. */
public abstract sealed class HiloError extends RuntimeException permits ApiError, OutcomeUnknown, Unreachable {

    HiloError(String message, Throwable cause) {
        super(message, cause);
    }
}
