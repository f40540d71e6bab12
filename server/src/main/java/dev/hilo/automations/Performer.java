package dev.hilo.automations;

/** The numbers by which rules tell apart who acts. */
final class Performer {

    static final int AGENT = 1;
    static final int REQUESTER = 2;
    static final int AGENT_OR_REQUESTER = 3;
    static final int SYSTEM = 4;

    private Performer() {}
}
