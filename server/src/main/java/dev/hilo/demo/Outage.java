package dev.hilo.demo;

import dev.hilo.tickets.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A morning on which the cloud was down: many tickets at once, and one that tracks them all. */
final class Outage {

    private static final int TRACKER = 3;
    private static final int RELATED = 4;

    private final Topic topic;
    private final Topic common;
    private final Crowd crowd;
    private final Instant begin;
    private final Instant now;
    private final Dice dice;

    Outage(Topic topic, Topic common, Crowd crowd, Instant begin, Instant now, Dice dice) {
        this.topic = topic;
        this.common = common;
        this.crowd = crowd;
        this.begin = begin;
        this.now = now;
        this.dice = dice;
    }

    List<Course> tell(int reports) {
        var tracker = tracker();
        var courses = new ArrayList<>(List.of(tracker));
        for (int i = 0; i < reports; i++) courses.add(report(tracker, begin.plusSeconds(dice.between(60, 3_600))));
        return courses;
    }

    private Course tracker() {
        var boss = crowd.people().getFirst();
        var tracker = course(boss, begin.plusSeconds(1_300), 4, 2);
        tracker.requestedByAda = true;
        var lines = topic.in(Language.EN);
        tracker.subject = fill(tracker, lines.pick("tracker_subject", dice), begin);
        tracker.html =
                Letter.of(fill(tracker, lines.pick("tracker", dice), begin)).richHtml();
        tracker.type = "Incident";
        tracker.group = Cast.CLOUD;
        tracker.agent = Cast.AGENTS.get(3);
        tracker.association = TRACKER;
        tracker.tags.add("outage");
        var times = List.of(Duration.ofMinutes(100), Duration.ofMinutes(135)).iterator();
        for (String note : lines.all("tracker_note")) {
            var at = begin.plus(times.next());
            tracker.note(
                    at, Cast.SECOND_LEVEL, Letter.of(fill(tracker, note, at)).richHtml());
        }
        tracker.become(Status.RESOLVED, begin.plus(Duration.ofHours(4)));
        tracker.become(Status.CLOSED, begin.plus(Duration.ofDays(3)));
        return tracker;
    }

    private Course report(Course tracker, Instant at) {
        var customer = crowd.writer(dice.chance(0.4), dice);
        var course = course(customer, at, dice.between(3, 4), dice.chance(0.5) ? 1 : 2);
        course.association = RELATED;
        course.prime = tracker;
        course.repairedAt = begin.plus(Duration.ofMinutes(100));
        new Story(topic, common, course, dice.chance(0.3) ? Voice.Mood.ANGRY : Voice.Mood.NEUTRAL, dice)
                .tell(dice.chance(0.35) ? List.of("answer", "answer2", "thanks") : List.of("answer", "answer2"));
        course.tags.add("outage");
        return course;
    }

    private Course course(Person customer, Instant at, int priority, int source) {
        var course = new Course(customer, at, priority, source, now);
        course.scene = new Scene(topic, customer, at, dice);
        course.mailbox = Course.Mailbox.CLOUD;
        return course;
    }

    private static String fill(Course course, String text, Instant at) {
        return course.scene.fill(text, at);
    }
}
