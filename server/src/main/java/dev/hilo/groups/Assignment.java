package dev.hilo.groups;

import dev.hilo.api.AgentAssignment;
import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import java.util.Arrays;
import java.util.List;

/** How tickets find an agent of a group by themselves: a number in the old shape, words in the new one. */
enum Assignment {
    OFF(0, null),
    ROUND_ROBIN(1, "round_robin"),
    SKILL_BASED(2, "skill_based_round_robin"),
    LOAD_BASED(3, "load_based_round_robin"),
    OMNIROUTE(12, "lbrr_by_omniroute");

    private static final String FIELD = "automatic_agent_assignment";

    private final int number;
    private final String word;

    Assignment(int number, String word) {
        this.number = number;
        this.word = word;
    }

    int number() {
        return number;
    }

    /** What a request asks for; problems where it is not complete. */
    static Assignment of(AgentAssignment asked, Problems problems) {
        if (asked == null || !asked.enabled()) return OFF;
        problems.addIf(asked.type() == null, FieldError.missingAmong(FIELD + ".type", "channel_specific"));
        if (asked.settings() == null || asked.settings().isEmpty()) {
            problems.add(FieldError.missing(FIELD + ".settings", "Array"));
            return OFF;
        }
        String word = asked.settings().getFirst().assignmentType();
        return Arrays.stream(values())
                .filter(a -> word.equals(a.word))
                .findFirst()
                .orElseThrow();
    }

    static Integer cappingLimit(AgentAssignment asked) {
        if (asked == null
                || !asked.enabled()
                || asked.settings() == null
                || asked.settings().isEmpty()) return null;
        var settings = asked.settings().getFirst().assignmentTypeSettings();
        return settings == null ? null : settings.cappingLimit();
    }

    static AgentAssignment wire(int number, Integer cappingLimit) {
        if (number == OFF.number) return new AgentAssignment(false, null, null);
        var assignment = Arrays.stream(values())
                .filter(a -> a.number == number)
                .findFirst()
                .orElseThrow();
        var capping = cappingLimit == null ? null : new AgentAssignment.Capping(cappingLimit);
        return new AgentAssignment(
                true, "channel_specific", List.of(new AgentAssignment.Setting("ticket", assignment.word, capping)));
    }
}
