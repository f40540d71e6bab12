package dev.hilo.sla;

import dev.hilo.api.SlaScope;
import dev.hilo.api.SlaTarget;
import dev.hilo.api.SlaTargets;
import java.util.List;

/** The policies that Freshdesk founds an account with since 2026, as recorded. */
final class DefaultPolicies {

    /** Chat, WhatsApp and the like, by the numbers of their sources. */
    private static final List<Integer> REAL_TIME = List.of(15, 17, 19, 21);

    private DefaultPolicies() {}

    static List<SlaPolicy> all() {
        return List.of(
                policy(
                        "Default policy for real-time channels",
                        "Promises more on channels where people wait for the answer, where no other policy fits the ticket.",
                        1,
                        new SlaScope(null, null, REAL_TIME, null, null),
                        new SlaTargets(
                                target(30, 900, 30),
                                target(60, 1_800, 30),
                                target(90, 3_600, 60),
                                target(120, 7_200, 60))),
                policy(
                        "Default policy",
                        "Gives every ticket a promise, where no other policy fits it.",
                        2,
                        SlaScope.EVERY_TICKET,
                        new SlaTargets(
                                target(900, 28_800, 900),
                                target(1_800, 57_600, 1_800),
                                target(3_600, 86_400, 7_200),
                                target(7_200, 115_200, 14_400))));
    }

    private static SlaPolicy policy(String name, String description, int position, SlaScope scope, SlaTargets targets) {
        return new SlaPolicy(
                0, name, description, true, true, position, targets, scope, SlaPolicyChange.NOBODY, null, null);
    }

    private static SlaTarget target(long respond, long resolve, long next) {
        return new SlaTarget(respond, resolve, next, true, true);
    }
}
