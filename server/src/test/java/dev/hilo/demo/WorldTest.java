package dev.hilo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.conversations.EntryKind;
import dev.hilo.html.Html;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:00Z");
    private static final World WORLD = new World(Demo.SEED, NOW);

    @Test
    void the_same_seed_and_now_give_the_same_year() {
        assertThat(told(new World(Demo.SEED, NOW))).isEqualTo(told(WORLD));
    }

    @Test
    void another_seed_gives_another_year() {
        assertThat(told(new World(Demo.SEED + 1, NOW))).isNotEqualTo(told(WORLD));
    }

    private static List<String> told(World world) {
        return world.courses.stream()
                .map(course -> course.createdAt
                        + course.subject
                        + course.html
                        + course.status
                        + course.updatedAt
                        + course.entries)
                .toList();
    }

    @Test
    void every_message_is_as_the_sanitizer_would_leave_it() {
        assertThat(bodies()).allSatisfy(html -> assertThat(Html.clean(html)).isEqualTo(html));
    }

    @Test
    void nothing_is_left_of_the_templates() {
        assertThat(bodies()).noneMatch(html -> html.matches("(?s).*[\\[\\]{}|].*") || html.contains("@photo"));
        assertThat(WORLD.courses.stream().map(course -> course.subject))
                .noneMatch(subject -> subject.matches(".*[\\[\\]{}|].*"))
                .allMatch(subject -> subject.length() <= 255);
    }

    private static Stream<String> bodies() {
        return WORLD.courses.stream()
                .flatMap(
                        c -> Stream.concat(Stream.of(c.html), c.entries.stream().map(Entry::html)));
    }

    @Test
    void there_is_what_an_inbox_has() {
        var courses = WORLD.courses;

        assertThat(courses).hasSizeBetween(2_800, 3_300);
        assertThat(courses.stream().mapToInt(c -> c.entries.size()).sum()).isBetween(10_500, 13_500);
        assertThat(courses.stream().filter(c -> c.customer.language() == Language.ES))
                .hasSizeGreaterThan(700);
        assertThat(courses.stream().filter(c -> c.entries.size() >= 60)).hasSizeBetween(4, 8);
        assertThat(courses.stream().filter(c -> c.entries.size() >= 300)).isNotEmpty();
        assertThat(courses.stream().filter(c -> c.status == 2 && !c.spam)).hasSizeBetween(30, 250);
        assertThat(courses)
                .anyMatch(c -> c.spam)
                .anyMatch(c -> c.deletedAt != null)
                .anyMatch(c -> c.archived);
        assertThat(courses).anyMatch(c -> c.mergedInto != null).anyMatch(c -> c.prime != null);
        assertThat(courses).anyMatch(c -> c.rating != null).anyMatch(c -> !c.spent.isEmpty());
    }

    @Test
    void nothing_happens_before_it_begins_or_after_now() {
        assertThat(WORLD.courses).allSatisfy(course -> {
            assertThat(course.createdAt).isBetween(NOW.minusSeconds(400L * 86_400), NOW);
            assertThat(course.updatedAt).isBetween(course.createdAt, NOW);
            assertThat(course.entries)
                    .allSatisfy(entry -> assertThat(entry.at()).isBetween(course.createdAt, course.updatedAt));
        });
    }

    @Test
    void agents_answer_while_the_office_is_open() {
        assertThat(WORLD.courses.stream().flatMap(course -> course.entries.stream()))
                .filteredOn(entry -> entry.kind() == EntryKind.REPLY)
                .allSatisfy(entry -> assertThat(OfficeHours.isOpen(entry.at().minusSeconds(1)))
                        .as(entry.at().toString())
                        .isTrue());
    }
}
