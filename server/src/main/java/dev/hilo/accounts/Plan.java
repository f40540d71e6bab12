package dev.hilo.accounts;

import java.util.Locale;

/** A Freshdesk plan, as far as the API shows it: the calls an account may make in a minute. */
public enum Plan {
    TRIAL(50, 0, 0, 0, 0),
    GROWTH(200, 80, 80, 20, 20),
    PRO(400, 160, 160, 100, 100),
    ENTERPRISE(700, 280, 280, 200, 200),
    PURCHASED_1000(1000, 400, 400, 300, 300),
    PURCHASED_2000(2000, 800, 800, 400, 400),
    /** Hilo's own: no quota. */
    UNLIMITED(1_000_000_000, 0, 0, 0, 0);

    private final int calls;
    private final int ticketCreate;
    private final int ticketUpdate;
    private final int ticketList;
    private final int contactList;

    Plan(int calls, int ticketCreate, int ticketUpdate, int ticketList, int contactList) {
        this.calls = calls;
        this.ticketCreate = ticketCreate;
        this.ticketUpdate = ticketUpdate;
        this.ticketList = ticketList;
        this.contactList = contactList;
    }

    public int callsPerMinute() {
        return calls;
    }

    /** Calls of one kind per minute; 0 when the plan has no such sub-limit. */
    public int limitOf(CallKind kind) {
        return switch (kind) {
            case OTHER -> calls;
            case TICKET_CREATE -> ticketCreate;
            case TICKET_UPDATE -> ticketUpdate;
            case TICKET_LIST -> ticketList;
            case CONTACT_LIST -> contactList;
        };
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Plan of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
