package dev.hilo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    record Change(Patch<String> name, Patch<List<Long>> groupIds, Patch<Instant> dueBy) {}

    @Test
    void a_partial_update_is_read_back_with_its_three_states() throws Exception {
        var change = new Change(Patch.of("Ada"), Patch.absent(), Patch.of(null));

        String written = Json.MAPPER.writeValueAsString(change);

        assertThat(written).isEqualTo("{\"name\":\"Ada\",\"due_by\":null}");
        assertThat(Json.MAPPER.readValue(written, Change.class)).isEqualTo(change);
    }

    @Test
    void lists_and_times_within_a_partial_update_keep_their_types() throws Exception {
        var change = new Change(Patch.absent(), Patch.of(List.of(1L)), Patch.of(Instant.parse("2026-08-19T23:39:26Z")));

        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(change), Change.class))
                .isEqualTo(change);
    }
}
