package dev.hilo.demo;

import java.util.List;
import java.util.Locale;

/** Those who answer, and their groups. */
final class Cast {

    /**
     * An agent.
     *
     * @param groups by name; the first is where the agent is mostly
     * @param diligence the larger, the more tickets
     */
    record Agent(
            int number,
            String first,
            String surname,
            String role,
            boolean speaksSpanish,
            double diligence,
            List<String> groups) {

        String name() {
            return first + " " + surname;
        }

        String email() {
            return first.toLowerCase(Locale.ROOT) + "@acme.test";
        }
    }

    record Group(String name, String description) {}

    static final String SPANISH = "Español";
    static final String ORDERS = "Orders";
    static final String RETURNS = "Returns";
    static final String TECHNICAL = "Technical support";
    static final String BILLING = "Billing";
    static final String CLOUD = "Cloud";

    static final List<Group> GROUPS = List.of(
            new Group(ORDERS, "Where parcels are, and what is in them"),
            new Group(RETURNS, "Returns, refunds and warranty"),
            new Group(TECHNICAL, "Devices, the app and accounts"),
            new Group(BILLING, "Payments and invoices"),
            new Group(CLOUD, "Companies on Acme Cloud"),
            new Group(SPANISH, "Todo lo que llega en español"));

    /** Ada is the account's administrator, made with the account. */
    static final Agent ADA =
            new Agent(0, "Ada", "Admin", "Account Administrator", false, 0.15, List.of(CLOUD, TECHNICAL));

    static final List<Agent> AGENTS = List.of(
            ADA,
            new Agent(1, "Bea", "Soto", "Supervisor", true, 0.6, List.of(SPANISH, RETURNS)),
            new Agent(2, "Cem", "Aydin", "Agent", false, 1.2, List.of(ORDERS, RETURNS)),
            new Agent(3, "Dana", "Novak", "Agent", false, 1.1, List.of(TECHNICAL, CLOUD)),
            new Agent(4, "Eli", "Okafor", "Agent", false, 0.7, List.of(TECHNICAL)),
            new Agent(5, "Fay", "Lindqvist", "Agent", false, 1.0, List.of(BILLING, ORDERS)),
            new Agent(6, "Gus", "Romero", "Agent", true, 1.2, List.of(SPANISH, TECHNICAL)),
            new Agent(7, "Hana", "Kim", "Agent", false, 0.9, List.of(CLOUD, BILLING)),
            new Agent(8, "Ivo", "Marín", "Agent", true, 0.8, List.of(SPANISH, ORDERS)));

    /** Whom difficult cases go to. */
    static final Agent SECOND_LEVEL = AGENTS.get(4);

    private Cast() {}

    static Agent of(String group, Dice dice) {
        var fitting =
                AGENTS.stream().filter(agent -> agent.groups().contains(group)).toList();
        return fitting.get(dice.weighted(fitting.stream()
                .mapToDouble(a -> a.diligence() * (a.groups().getFirst().equals(group) ? 1 : 0.45))
                .toArray()));
    }

    static Agent colleagueOf(Agent agent, Dice dice) {
        return dice.pick(AGENTS.stream().filter(other -> other != agent).toList());
    }
}
