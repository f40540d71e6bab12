package dev.hilo.demo;

import dev.hilo.demo.Course.Mailbox;
import dev.hilo.demo.Voice.Mood;
import dev.hilo.html.Html;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A year of a help desk. The same seed and the same now give the same year. */
final class World {

    private static final int EVERYDAY = 2_930;
    private static final int SPAM = 34;
    private static final int DUPLICATES = 26;
    private static final int BINNED = 16;
    /** How long the longest threads become, and over how many days. */
    private static final int[][] ROLLOUTS = {{400, 250}, {260, 200}, {180, 150}, {120, 110}, {85, 90}, {62, 45}};

    private final long seed;
    private final Instant now;
    private final List<Topic> topics = TopicReader.everyday();
    private final Topic common = TopicReader.single("common");
    final Crowd crowd;
    final List<Course> courses = new ArrayList<>();

    World(long seed, Instant now) {
        this.seed = seed;
        this.now = now;
        crowd = new Crowd(seed);
        var seasons = new Seasons(now, Dice.of(seed, "seasons", 0));
        var number = new int[1];
        seasons.times(EVERYDAY).forEach(at -> courses.add(everyday(at, Dice.of(seed, "ticket", number[0]++))));
        var odds = new Odds(common, crowd, seasons, now, Dice.of(seed, "odds", 0));
        courses.addAll(odds.duplicates(courses, DUPLICATES));
        odds.bin(courses, BINNED);
        courses.addAll(odds.spam(SPAM));
        outages();
        rollouts();
        courses.sort(Comparator.comparing((Course course) -> course.createdAt));
        for (int i = 0; i < courses.size(); i++) courses.get(i).id = i + 1;
        courses.forEach(World::tellOfMerge);
        courses.forEach(Course::agePassively);
    }

    /** The notes that a merge leaves on both sides. */
    private static void tellOfMerge(Course second) {
        var first = second.mergedInto;
        if (first == null) return;
        second.note(
                second.mergedAt,
                second.agent,
                "<div>This ticket is closed and merged into ticket " + first.id + ".</div>");
        first.note(
                second.mergedAt,
                second.agent,
                "<div>Ticket " + second.id
                        + " has been merged into this ticket.</div><div>Subject: " + Html.escape(second.subject)
                        + "</div>"
                        + second.html);
    }

    Dice dice(String kind) {
        return Dice.of(seed, kind, 0);
    }

    List<Topic> topics() {
        return topics;
    }

    Topic common() {
        return common;
    }

    private Course everyday(Instant at, Dice dice) {
        var topic = topic(at, dice);
        boolean forFirm = topic.kind().equals("cloud") || dice.chance(0.13);
        var customer = crowd.writer(forFirm, dice);
        boolean attended = OfficeHours.isOpen(at);
        int source = List.of(1, 2, 9, 7, 3).get(dice.weighted(62, 20, 4, attended ? 10 : 0, attended ? 8 : 0));
        boolean wish = topic.type().equals("Feature Request");
        var mood = Mood.values()[dice.weighted(55, wish ? 45 : 18, wish ? 0 : 13, wish ? 0 : 14)];
        int priority = 1 + dice.weighted(topic.priorities());
        if (mood == Mood.ANGRY && priority < 4 && dice.chance(0.35)) priority++;
        var course = new Course(customer, at, priority, source, now);
        course.scene = new Scene(topic, customer, at, dice);
        course.mailbox = mailbox(topic, customer);
        copyIn(course, dice);
        new Story(topic, common, course, mood, dice).tell(topic.flow(dice).steps());
        return course;
    }

    /** People in firms copy a colleague in. */
    private void copyIn(Course course, Dice dice) {
        var firm = course.customer.firm();
        if (firm == null || course.source != 1 || !dice.chance(0.3)) return;
        var colleague = dice.pick(crowd.of(firm));
        if (colleague != course.customer) course.cc.add(colleague.email());
    }

    private Topic topic(Instant at, Dice dice) {
        return topics.get(dice.weighted(topics.stream()
                .mapToDouble(topic -> topic.weight() * Seasons.factor(topic.season(), at))
                .toArray()));
    }

    private static Mailbox mailbox(Topic topic, Person customer) {
        if (topic.kind().equals("cloud")) return Mailbox.CLOUD;
        return customer.language() == Language.ES ? Mailbox.SPANISH : Mailbox.SHOP;
    }

    private void outages() {
        var topic = TopicReader.single("outage");
        int[][] daysAndReports = {{211, 38}, {58, 24}};
        for (int[] outage : daysAndReports) {
            var day = now.minus(Duration.ofDays(outage[0]));
            var begin = OfficeHours.after(day, 1).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofMinutes(9 * 60 + 12));
            courses.addAll(
                    new Outage(topic, common, crowd, begin, now, Dice.of(seed, "outage", outage[0])).tell(outage[1]));
        }
    }

    private void rollouts() {
        var topic = TopicReader.single("rollout");
        var firms = crowd.firms().stream().filter(Person.Firm::isLarge).toList();
        for (int i = 0; i < ROLLOUTS.length; i++) {
            var dice = Dice.of(seed, "rollout", i);
            var writers = crowd.of(firms.get(i * firms.size() / ROLLOUTS.length));
            int days = ROLLOUTS[i][1];
            var begin = OfficeHours.after(now.minus(Duration.ofDays(days + (i % 3 == 0 ? -20 : 25))), 9_000);
            var course = new Course(writers.getFirst(), begin, 2, 1, now);
            course.scene = new Scene(topic, course.customer, begin, dice);
            course.mailbox = Mailbox.CLOUD;
            boolean spanish = course.customer.language() == Language.ES;
            course.group = spanish ? Cast.SPANISH : Cast.CLOUD;
            course.agent = spanish ? Cast.AGENTS.get(6) : Cast.AGENTS.get(7);
            course.scene.set("agent", course.agent.first());
            course.scene.set("colleague", Cast.AGENTS.get(3).first());
            new Rollout(topic, course, writers.subList(0, Math.min(3, writers.size())), dice)
                    .tell(ROLLOUTS[i][0], days);
            courses.add(course);
        }
    }
}
