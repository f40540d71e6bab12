package dev.hilo.demo;

import dev.hilo.demo.Voice.Mood;
import dev.hilo.tickets.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells how one ticket goes, step by step along one of its topic's flows. */
final class Story {

    private static final Duration CLOSED_AFTER = Duration.ofHours(72);
    /** Beyond this age nothing is left lying about. */
    private static final Duration PATIENCE = Duration.ofDays(24);

    private final Topic topic;
    private final Course course;
    private final Lines lines;
    private final Voice voice;
    private final Scene scene;
    private final Dice dice;
    /** Which line was said on an occasion. */
    private final Map<String, Integer> told = new HashMap<>();

    private Instant at;

    Story(Topic topic, Topic common, Course course, Mood mood, Dice dice) {
        this.topic = topic;
        this.course = course;
        this.dice = dice;
        var language = course.customer.language();
        lines = topic.in(language);
        scene = course.scene;
        voice = new Voice(common.in(language), scene, course.customer, course.source, mood, dice);
        at = course.createdAt;
    }

    /** @param steps names of occasions, in order */
    void tell(List<String> steps) {
        open();
        assign();
        steps = new Plot(lines, dice).varied(steps, course.age());
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            step(steps.get(i), last || List.of("thanks", "followup", "unhappy").contains(steps.get(i + 1)));
        }
        settle();
        if (course.isDone()) close();
        if (course.agentResponse == null && dice.chance(0.6)) course.agent = null;
    }

    /** In the end somebody always closes what has been left lying about. */
    private void settle() {
        if (course.isDone() || course.age().compareTo(PATIENCE) < 0) return;
        at = OfficeHours.after(at, 9L * 3600 * 5);
        course.become(Status.RESOLVED, at);
    }

    private void open() {
        var letter = voice.opening(line("ask"), at);
        course.subject = capital(voice.bare(line("subject"), at).paragraphs().getFirst());
        course.html = letter.plainHtml();
        course.files.addAll(letter.files());
        course.type = topic.type();
        course.tags.addAll(topic.tags());
        if (voice.mood() == Mood.ANGRY && dice.chance(0.5)) course.tags.add("escalated");
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void assign() {
        String group = course.customer.language() == Language.ES ? Cast.SPANISH : topic.group();
        course.group = group;
        course.agent = Cast.of(group, dice);
        var colleague = Cast.colleagueOf(course.agent, dice);
        scene.set("agent", course.agent.first());
        scene.set("colleague", colleague.first());
    }

    private void step(String step, boolean couldBeTheEnd) {
        switch (step) {
            case "request" -> {
                reply(line("request"));
                course.become(dice.chance(0.7) ? Status.PENDING : Course.WAITING_ON_CUSTOMER, at);
            }
            case "provide", "followup" -> customer(line(step), 150);
            case "answer", "answer2", "answer3" -> answer(step, couldBeTheEnd);
            case "thanks" -> thanks();
            case "unhappy" -> unhappy();
            case "sorry" -> {
                reply(common("sorry"));
                course.become(Status.RESOLVED, at);
                voice.calm();
            }
            case "note" -> note(lines.has("note") ? line("note") : common("handover"), course.agent);
            case "vip" -> note(common(course.customer.firm() == null ? "handover" : "vip"), course.agent);
            case "escalate" -> escalate();
            case "forward" -> forward();
            case "partner" -> partner();
            case "wait" -> waiting();
            case "nudged" -> nudged();
            case "stuck" -> stuck();
            default -> throw new IllegalStateException("No such step: " + step);
        }
    }

    /** A line that fits what has been said before. */
    private String line(String occasion) {
        var fitting = lines.all(occasion);
        int chosen = dice.between(0, fitting.size() - 1);
        for (String before : topic.pairs().getOrDefault(occasion, List.of())) {
            Integer said = told.get(before);
            if (said == null) continue;
            if (said < fitting.size()) chosen = said;
            break;
        }
        told.put(occasion, chosen);
        return fitting.get(chosen);
    }

    private String common(String occasion) {
        return voice.common(occasion, at);
    }

    private void reply(String core) {
        boolean first = course.firstResponse == null;
        at = OfficeHours.after(at, agentSeconds(first));
        var letter = voice.reply(core, first, at);
        course.agentReplies(at, letter.richHtml(), letter.files());
    }

    private long agentSeconds(boolean first) {
        double[] medianMinutes = {50, 28, 15, 7};
        double median = medianMinutes[course.priority - 1] * (first ? 1 : 1.3);
        return (long) (60 * Math.min(dice.around(median, 0.8), 60 * 20)) + dice.between(5, 55);
    }

    private void customer(String core, double medianMinutes) {
        at = awake(at.plusSeconds((long) (60 * dice.around(medianMinutes, 1.1)) + dice.between(20, 80)));
        var letter = voice.answer(core, at);
        course.customerWrites(at, letter.plainHtml(), letter.files());
    }

    /** Nobody writes in the small hours; they do so after breakfast. */
    private Instant awake(Instant time) {
        int hour = time.atZone(ZoneOffset.UTC).getHour();
        return hour >= 6 && hour < 23 ? time : time.plusSeconds(3600L * 8 + dice.between(0, 7_000));
    }

    private void answer(String step, boolean couldBeTheEnd) {
        boolean mustWait = step.equals("answer2") && course.repairedAt != null && at.isBefore(course.repairedAt);
        if (mustWait) at = course.repairedAt;
        if (course.spentEnough(dice)) work();
        reply(line(lines.has(step) ? step : "answer"));
        if (couldBeTheEnd && dice.chance(0.88)) course.become(Status.RESOLVED, at);
        else course.become(Status.PENDING, at);
    }

    private void work() {
        var time = OfficeHours.after(at, 60L * dice.between(3, 15));
        if (course.isAhead(time)) return;
        course.spent.add(
                new Course.Spent(course.agent, time, 60L * dice.between(4, 75), common("time"), dice.chance(0.6)));
    }

    private void thanks() {
        String kind = topic.kind().equals("order") ? "thanks_order" : "thanks_other";
        boolean settled = topic.type().equals("Problem") || topic.type().equals("Incident");
        customer(common(settled && dice.chance(0.4) ? kind : "thanks"), 240);
        at = OfficeHours.after(at, 60L * dice.between(4, 90));
        course.become(dice.chance(0.75) ? Status.CLOSED : Status.RESOLVED, at);
    }

    private void unhappy() {
        voice.anger();
        customer(common("unhappy"), 200);
    }

    private void note(String text, Cast.Agent by) {
        at = OfficeHours.after(at, 60L * dice.between(3, 40));
        course.note(at, by, voice.bare(text, at).richHtml());
    }

    private void escalate() {
        if (course.firstResponse == null && dice.chance(0.5)) reply(common("wait"));
        scene.set("colleague", Cast.SECOND_LEVEL.first());
        note(common("escalate"), course.agent);
        if (course.isAhead(at)) return;
        boolean spanish = course.group.equals(Cast.SPANISH);
        course.agent = spanish ? course.agent : Cast.SECOND_LEVEL;
        scene.set("agent", course.agent.first());
        course.tags.add("second-level");
    }

    private void forward() {
        at = OfficeHours.after(at, 60L * dice.between(5, 50));
        String to = lines.has("forward") && topic.group().equals(Cast.ORDERS)
                ? "enquiries@" + scene.value("carrier").toLowerCase(Locale.ROOT).replace(" ", "") + ".example"
                : "service@supplier.example";
        course.forward(at, voice.bare(lines.pick("forward", dice), at).richHtml(), to);
    }

    private void partner() {
        at = OfficeHours.after(at, 60L * dice.between(120, 900));
        note(lines.pick("partner", dice), course.agent);
    }

    private void waiting() {
        reply(common("wait"));
        course.become(Course.WAITING_ON_THIRD_PARTY, at);
        at = OfficeHours.after(at, 3600L * dice.between(2, 14));
    }

    private void nudged() {
        boolean agentsTurn =
                !course.isDone() && course.status == Status.OPEN || course.status == Course.WAITING_ON_THIRD_PARTY;
        if (agentsTurn) {
            customer(common("nudged"), 2_000);
            return;
        }
        at = OfficeHours.after(at, 9L * 3600 * 3);
        reply(common("nudge"));
        at = OfficeHours.after(at, 9L * 3600 * 4);
        course.become(Status.RESOLVED, at);
    }

    /** Somebody else's turn, for as long as it takes. */
    private void stuck() {
        course.become(dice.chance(0.25) ? Course.WAITING_ON_THIRD_PARTY : Status.OPEN, at);
    }

    private void close() {
        at = at.plus(CLOSED_AFTER);
        course.become(Status.CLOSED, at);
        rate();
    }

    private void rate() {
        if (!dice.chance(0.24) || course.firstResponse == null) return;
        int value = switch (voice.mood()) {
            case ANGRY -> List.of(-103, 100, -103).get(dice.between(0, 2));
            default -> List.of(103, 103, 103, 100, -103).get(dice.weighted(5, 5, 5, 2, 1));
        };
        boolean slow = course.isFirstEscalated() && dice.chance(0.3);
        int given = slow ? 100 : value;
        String key = "feedback_" + (given == 103 ? "3" : given == 100 ? "0" : "-3");
        String comment = dice.chance(0.6) ? common(key) : null;
        String text = comment == null ? "Rated." : comment;
        at = awake(at.plusSeconds(dice.between(600, 90_000)));
        course.rate(at, given, comment, Letter.of(text).plainHtml());
    }
}
