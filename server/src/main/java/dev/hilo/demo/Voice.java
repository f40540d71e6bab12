package dev.hilo.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How customers and agents put things: greetings, tempers, signatures. */
final class Voice {

    /** A customer's temper. */
    enum Mood {
        NEUTRAL,
        POLITE,
        WORRIED,
        ANGRY
    }

    private static final int CHAT = 7;
    private static final int PHONE = 3;

    private final Lines common;
    private final Scene scene;
    private final Person customer;
    private final Dice dice;
    private final int source;
    private Mood mood;

    Voice(Lines common, Scene scene, Person customer, int source, Mood mood, Dice dice) {
        this.common = common;
        this.scene = scene;
        this.customer = customer;
        this.source = source;
        this.mood = mood;
        this.dice = dice;
    }

    Mood mood() {
        return mood;
    }

    void calm() {
        mood = Mood.NEUTRAL;
    }

    void anger() {
        mood = Mood.ANGRY;
    }

    /** The customer's first words; on the phone an agent writes them down. */
    Letter opening(String core, Instant at) {
        var parts = new ArrayList<String>();
        if (source == PHONE) {
            parts.add(common("phone", at) + " " + scene.fill(core, at));
            if (dice.chance(0.6)) parts.add(common("callback", at));
            return letter(parts);
        }
        if (source == CHAT) {
            if (dice.chance(0.7)) parts.add(common("chat_hi", at));
            parts.add(scene.fill(core, at));
            return letter(parts);
        }
        if (!dice.chance(0.12)) parts.add(common("hello", at));
        if (mood != Mood.NEUTRAL) parts.add(common(mood.name().toLowerCase(Locale.ROOT), at));
        parts.add(scene.fill(core, at));
        if (mood == Mood.ANGRY && dice.chance(0.6)) parts.add(common("angry_end", at));
        if (!dice.chance(0.15)) parts.add(common("bye", at));
        signature(parts);
        return letter(parts);
    }

    /** A later message of the customer: shorter, often without ceremony. */
    Letter answer(String core, Instant at) {
        var parts = new ArrayList<String>();
        boolean brief = source == CHAT || dice.chance(0.45);
        if (!brief) parts.add(common("hello", at));
        parts.add(scene.fill(core, at));
        if (!brief && dice.chance(0.7)) parts.add(common("bye", at));
        if (!brief) signature(parts);
        return letter(parts);
    }

    private void signature(List<String> parts) {
        if (customer.firm() == null || dice.chance(0.3)) return;
        parts.add("-- / " + customer.name() + " / " + customer.job() + " / "
                + customer.firm().name() + " / " + customer.phone());
    }

    Letter reply(String core, boolean isFirst, Instant at) {
        var parts = new ArrayList<String>();
        parts.add(common("agent_hello", at));
        if (mood == Mood.ANGRY && isFirst) parts.add(common("agent_calm", at));
        else if (isFirst && !isThanks(core) && dice.chance(0.55)) parts.add(common("agent_thanks", at));
        parts.add(scene.fill(core, at));
        parts.add(common("agent_bye", at));
        return letter(parts);
    }

    private static boolean isThanks(String core) {
        return List.of("Thank", "Gracias", "Sorry", "I'm sorry", "I am sorry", "Siento").stream()
                .anyMatch(core::startsWith);
    }

    Letter bare(String core, Instant at) {
        return letter(List.of(scene.fill(core, at)));
    }

    String common(String occasion, Instant at) {
        return scene.fill(common.pick(occasion, dice), at);
    }

    private static Letter letter(List<String> parts) {
        return Letter.of(parts.toArray(String[]::new));
    }
}
