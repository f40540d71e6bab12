package dev.hilo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    /** What a topic must have words for when its flows come to it. */
    private static final List<String> SPOKEN =
            List.of("request", "provide", "answer", "answer2", "answer3", "followup", "forward", "partner");

    static Stream<Topic> topics() {
        return TopicReader.everyday().stream();
    }

    @Test
    void customers_write_about_many_things() {
        assertThat(topics()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(topics().map(Topic::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void there_are_words_for_every_step_in_both_languages(Topic topic) {
        for (var language : Language.values()) {
            var lines = topic.in(language);
            assertThat(List.of("article", "body", "subject", "ask")).allMatch(lines::has);
            for (var flow : topic.flows()) {
                assertThat(flow.steps().stream().filter(SPOKEN::contains))
                        .as(topic.name() + " " + language + " " + flow)
                        .allMatch(lines::has);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void somebody_is_there_for_it(Topic topic) {
        assertThat(Cast.GROUPS).anyMatch(group -> group.name().equals(topic.group()));
        assertThat(Cast.AGENTS).anyMatch(agent -> agent.groups().contains(topic.group()));
    }

    @Test
    void choices_and_blanks_are_filled() {
        String text = Template.fill("[a|b [c|d]] {x} and {y}[.|]", new Dice(1), name -> "<" + name + ">");

        assertThat(text).matches("(a|b [cd]) <x> and <y>\\.?");
    }
}
