package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** Which tickets a policy is for: each list that is there must hold the ticket's value. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SlaScope(
        @Bounds(1_000) List<Long> companyIds,
        @Bounds(1_000) List<Long> groupIds,
        @Bounds(100) List<Integer> sources,
        @Bounds(1_000) List<String> ticketTypes,
        @Bounds(1_000) List<Long> productIds) {

    public static final SlaScope EVERY_TICKET = new SlaScope(null, null, null, null, null);

    public SlaScope {
        companyIds = companyIds == null ? List.of() : companyIds;
        groupIds = groupIds == null ? List.of() : groupIds;
        sources = sources == null ? List.of() : sources;
        ticketTypes = ticketTypes == null ? List.of() : ticketTypes;
        productIds = productIds == null ? List.of() : productIds;
    }
}
