package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/** A folder of prepared answers. @param cannedResponses in the view of one folder alone */
public record CannedResponseFolder(
        long id,
        String name,
        boolean personal,
        int responsesCount,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Title> cannedResponses) {

    /** A prepared answer by its title. */
    public record Title(long id, String title) {}
}
