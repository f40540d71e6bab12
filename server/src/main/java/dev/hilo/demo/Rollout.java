package dev.hilo.demo;

import dev.hilo.tickets.Status;
import java.time.Instant;
import java.util.List;

/** A firm that is equipped site by site: one thread of dozens or hundreds of entries. */
final class Rollout {

    private final Course course;
    private final Lines lines;
    private final Scene scene;
    private final Dice dice;
    private final List<Person> writers;
    private final List<String> sites;
    private Instant at;
    private Instant planned;
    private int done;
    private int total;

    /** @param writers the requester first */
    Rollout(Topic topic, Course course, List<Person> writers, Dice dice) {
        this.course = course;
        this.scene = course.scene;
        this.dice = dice;
        this.writers = writers;
        lines = topic.in(course.customer.language());
        sites = course.customer.language() == Language.ES ? Names.SITES_ES : Names.SITES_EN;
        at = course.createdAt;
    }

    /** @param entries about how many there will be */
    void tell(int entries, int days) {
        int number = Math.max(4, Math.round(entries / 7.1f));
        scene.set("sites", "" + number);
        scene.set("qty", "" + number * 9);
        site(0);
        open();
        agent("welcome");
        long pace = days * 9L * 3600 * 5 / 7 / number;
        for (int i = 0; i < number && !course.isAhead(at); i++) {
            site(i);
            visit(pace);
            if (i % 6 == 5) summary();
            if (i % 9 == 4) invoice();
        }
        finish();
    }

    private void open() {
        course.subject = text("subject");
        course.html = letter("open", true).plainHtml();
        course.type = "Question";
        course.tags.addAll(List.of("roll-out", "key-account"));
    }

    private void site(int i) {
        String name = sites.get(i % sites.size());
        scene.set("site", i < sites.size() ? name : name + " " + (i / sites.size() + 1));
        scene.set("n", "" + dice.between(4, 16));
        scene.set("person", dice.pick(Names.SURNAMES_EN));
        scene.set("serial", "AC%08d".formatted(dice.between(20_000_000, 29_999_999)));
        scene.set("serial2", "AC%08d".formatted(dice.between(30_000_000, 39_999_999)));
        scene.set("case", "%05d".formatted(dice.between(10_000, 99_999)));
    }

    private void visit(long pace) {
        plan(pace * 2 / 5);
        customer("plan", pace / 8);
        agent("confirm");
        if (dice.chance(0.22)) {
            plan(pace / 2);
            customer("moved", pace / 10);
            agent("moved_ok");
        }
        if (at.isBefore(planned)) at = planned;
        customer("done", 7_200);
        done++;
        total += Integer.parseInt(scene.value("n"));
        scene.set("done", "" + done);
        scene.set("total", "" + total);
        scene.set("eta", course.customer.language().day(OfficeHours.after(at, pace * 5)));
        agent("registered");
        if (dice.chance(0.6)) note();
        if (dice.chance(0.5)) {
            customer("problem", pace / 8);
            agent("help");
            customer("fixed", pace / 12);
        }
    }

    private void plan(long seconds) {
        planned = OfficeHours.after(at, Math.max(seconds, 18 * 3_600));
        scene.set("date", course.customer.language().day(planned));
    }

    private void summary() {
        agent("status");
        customer("status_ok", 6_000);
    }

    private void invoice() {
        customer("invoice_q", 9_000);
        agent("invoice_a");
    }

    private void finish() {
        customer("end", 20_000);
        agent("end_ok");
        course.become(Status.CLOSED, at);
    }

    private void customer(String occasion, long seconds) {
        at = OfficeHours.after(at, (long) dice.around(seconds, 0.5) + dice.between(60, 900));
        var writer = dice.chance(0.75) ? writers.getFirst() : dice.pick(writers);
        var letter = letter(occasion, dice.chance(0.4));
        String html = letter.plainHtml();
        String signed =
                writer == course.customer ? html : html.replace("</div>", "<br><br>" + writer.first() + "</div>");
        course.customerWrites(writer, at, signed, letter.files());
    }

    private void agent(String occasion) {
        at = OfficeHours.after(at, dice.between(600, 12_000));
        var letter = Letter.of(
                (dice.chance(0.5) ? greeting() + " // " : "") + text(occasion) + " // " + scene.value("agent"));
        course.agentReplies(at, letter.richHtml(), letter.files());
        course.become(Status.PENDING, at);
    }

    private void note() {
        at = OfficeHours.after(at, dice.between(300, 4_000));
        course.note(at, course.agent, Letter.of(text("note")).richHtml());
    }

    private Letter letter(String occasion, boolean polite) {
        return Letter.of((polite ? hello() + " // " : "") + text(occasion));
    }

    private String greeting() {
        return (course.customer.language() == Language.ES ? "Hola, %s:" : "Hi %s,").formatted(course.customer.first());
    }

    private String hello() {
        return (course.customer.language() == Language.ES ? "Hola, %s:" : "Hi %s,").formatted(scene.value("agent"));
    }

    private String text(String occasion) {
        return scene.fill(lines.pick(occasion, dice), at);
    }
}
