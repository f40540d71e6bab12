package dev.hilo.demo;

import dev.hilo.tickets.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What every inbox has beside real questions: spam, tickets sent twice, tickets in the trash. */
final class Odds {

    private final Topic spam = TopicReader.single("spam");
    private final Crowd crowd;
    private final Seasons seasons;
    private final Instant now;
    private final Dice dice;
    private final Lines english;
    private final Lines spanish;

    Odds(Topic common, Crowd crowd, Seasons seasons, Instant now, Dice dice) {
        this.crowd = crowd;
        this.seasons = seasons;
        this.now = now;
        this.dice = dice;
        english = common.in(Language.EN);
        spanish = common.in(Language.ES);
    }

    List<Course> spam(int number) {
        return seasons.times(number).map(this::spam).toList();
    }

    private Course spam(Instant at) {
        var sender = crowd.stranger(dice);
        var course = new Course(sender, at, 1, 1, now);
        course.scene = new Scene(spam, sender, at, dice);
        var lines = spam.in(sender.language());
        course.subject = course.scene.fill(lines.pick("subject", dice), at);
        course.html = Letter.of(course.scene.fill(lines.pick("text", dice), at)).plainHtml();
        course.type = null;
        course.mailbox = Course.Mailbox.SHOP;
        course.spam = true;
        return course;
    }

    /** Some of the tickets come a second time and are merged into the first. */
    List<Course> duplicates(List<Course> courses, int number) {
        var duplicates = new ArrayList<Course>();
        for (int tries = 0; duplicates.size() < number && tries < number * 40; tries++) {
            var first = dice.pick(courses);
            boolean fits = first.association == null
                    && first.agent != null
                    && first.firstResponse != null
                    && first.source == 1
                    && first.entries.size() < 30
                    && first.deletedAt == null
                    && first.mergedInto == null;
            if (fits) duplicates.add(duplicate(first));
        }
        return duplicates;
    }

    private Course duplicate(Course first) {
        var customer = first.customer;
        var lines = customer.language() == Language.ES ? spanish : english;
        var at = first.createdAt.plusSeconds(dice.between(2_000, 20_000));
        var second = new Course(customer, at, first.priority, 1, now);
        second.scene = first.scene;
        second.subject = first.subject;
        second.html =
                Letter.of(first.scene.fill(lines.pick("duplicate", dice), at)).plainHtml();
        second.type = first.type;
        second.group = first.group;
        second.agent = first.agent;
        second.mailbox = first.mailbox;
        second.tags.addAll(first.tags);
        var merged = OfficeHours.after(at, 60L * dice.between(10, 90));
        if (second.isAhead(merged)) return second;
        second.mergedInto = first;
        second.mergedAt = merged;
        second.become(Status.CLOSED, merged);
        return second;
    }

    /** Puts some that have been over for a while into the trash; they lie there for thirty days at most. */
    void bin(List<Course> courses, int number) {
        var fitting = courses.stream()
                .filter(course -> course.isDone() && course.association == null && course.mergedInto == null)
                .filter(course -> course.updatedAt.isAfter(now.minus(Duration.ofDays(28))))
                .filter(course -> course.updatedAt.isBefore(now.minus(Duration.ofDays(3))))
                .toList();
        for (int i = 0; i < number && !fitting.isEmpty(); i++) {
            var course = dice.pick(fitting);
            if (course.deletedAt != null) continue;
            course.deletedAt = course.updatedAt.plus(Duration.ofDays(2));
            course.touch(course.deletedAt);
        }
    }
}
