package dev.hilo.companies;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** The query of the companies' list; the older spelling of the parameter is still in use. */
public record CompanyFilter(
        Instant updatedSince,
        @JsonProperty("_updated_since") Instant updatedSinceAsOfOld) {

    Instant since() {
        return updatedSince == null ? updatedSinceAsOfOld : updatedSince;
    }
}
