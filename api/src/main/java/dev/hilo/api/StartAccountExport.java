package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** What of an account is to be written into one file. */
public record StartAccountExport(
        @Required DateRange dateRange,
        @Required @Bounds(20) List<Resource> resources,
        @Required @Among("json") String outputFormat) {

    /** When the records were created: both days are in, or from the first time to the last. */
    public record DateRange(
            @Required @Bounds(40) String startDate,
            @Required @Bounds(40) String endDate) {}

    /** @param include what goes along: {@code conversations} with tickets */
    public record Resource(
            @Required @Among({"tickets", "contacts", "companies", "agents", "groups"})
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Bounds(10)
            List<String> include) {}
}
