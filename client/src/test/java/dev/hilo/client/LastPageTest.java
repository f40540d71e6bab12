package dev.hilo.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.api.Json;
import dev.hilo.api.Role;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastPageTest {

    @Test
    void is_found_wherever_it_is_in_few_calls() {
        for (int pages = 1; pages <= 300; pages++) {
            var called = new HashSet<Integer>();
            assertThat(find(pages, called)).isEqualTo(pages);
            int digits = 32 - Integer.numberOfLeadingZeros(pages);
            assertThat(called).as("%d pages", pages).hasSizeLessThanOrEqualTo(2 * digits);
        }
    }

    @Test
    void is_the_first_of_a_list_that_is_empty() {
        var called = new HashSet<Integer>();
        assertThat(find(0, called)).isEqualTo(1);
        assertThat(called).containsExactly(1);
    }

    private static int find(int pages, HashSet<Integer> called) {
        return LastPage.of(number -> {
            called.add(number);
            var json = Json.MAPPER.createObjectNode().put("id", number);
            return new Batch<>(
                    number > pages ? List.of() : List.of(Document.of(json, Role.class)),
                    number < pages ? "next" : null);
        });
    }
}
