package dev.hilo.accounts;

/** Which tickets an agent sees: all, those of the agent's groups and the agent's own, or the agent's own alone. */
public enum TicketScope {
    GLOBAL(1),
    GROUP(2),
    RESTRICTED(3);

    private final int number;

    TicketScope(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    public static TicketScope of(int number) {
        return values()[number - 1];
    }
}
