package dev.hilo.tickets;

/** The statuses that Hilo itself gives a meaning; an account may have more. */
public final class Status {

    public static final int OPEN = 2;
    public static final int PENDING = 3;
    public static final int RESOLVED = 4;
    public static final int CLOSED = 5;

    private Status() {}

    public static boolean isDone(int status) {
        return status == RESOLVED || status == CLOSED;
    }
}
