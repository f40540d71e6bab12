package dev.hilo.events;

import java.time.Clock;
import java.util.concurrent.Callable;

/**
 * Who acts on this thread, and why: what the events of the transactions begun meanwhile say.
 *
 * @param cause the request, job, mail or rule and event behind it: {@code "api <request id>"}, {@code "job <id>"},
 *     {@code "mail <mailbox id>"}, {@code "rule <id> event <id>"}, {@code "schedule <name>"}
 */
public record Acting(Actor actor, String cause) {

    private static final ScopedValue<Acting> CURRENT = ScopedValue.newInstance();
    private static final Acting NOBODY = new Acting(Actor.SYSTEM, null);

    public static <T> T as(Actor actor, String cause, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(CURRENT, new Acting(actor, cause)).call(work);
    }

    public static void run(Actor actor, String cause, Runnable work) {
        ScopedValue.where(CURRENT, new Acting(actor, cause)).run(work);
    }

    /** The same for work that throws. */
    public static <T> T call(Actor actor, String cause, Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, new Acting(actor, cause)).call(work::call);
    }

    public static Acting current() {
        return CURRENT.orElse(NOBODY);
    }

    /** The current one as the triggers of the database read it, with the time it is. */
    public static String announced(Clock clock) {
        var acting = current();
        return acting.actor.kind() + "|" + (acting.actor.id() == null ? "" : acting.actor.id()) + "|" + clock.instant()
                + "|" + (acting.cause == null ? "" : acting.cause.replace('|', '/'));
    }
}
