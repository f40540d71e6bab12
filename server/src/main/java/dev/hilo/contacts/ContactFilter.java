package dev.hilo.contacts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hilo.api.Among;
import java.time.Instant;

/**
 * What the list of contacts can be asked for; conditions add up.
 *
 * @param state neither deleted nor blocked when absent
 * @param updatedSinceAsOfOld the older spelling, which is still in use
 */
public record ContactFilter(
        String email,
        String mobile,
        String phone,
        Long companyId,

        @Among({"blocked", "deleted", "unverified", "verified"})
        String state,

        @Among({"contact", "visitor"}) String contactType,
        Instant updatedSince,
        @JsonProperty("_updated_since") Instant updatedSinceAsOfOld,
        String uniqueExternalId) {

    Instant since() {
        return updatedSince == null ? updatedSinceAsOfOld : updatedSince;
    }
}
