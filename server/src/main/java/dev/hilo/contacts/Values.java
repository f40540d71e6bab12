package dev.hilo.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.hilo.api.Json;
import dev.hilo.api.OtherCompany;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What callers send about a contact, in the form in which it is kept. */
final class Values {

    private Values() {}

    /** Null for a blank text: it says nothing. */
    static String text(String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }

    /** In lower case; a blank one stays, to be refused. */
    static String email(String sent) {
        return sent == null ? null : sent.strip().toLowerCase(Locale.ROOT);
    }

    /** Each once, without the first e-mail. */
    static List<String> otherEmails(List<String> sent, String email) {
        if (sent == null) return List.of();
        return sent.stream()
                .map(Values::email)
                .distinct()
                .filter(other -> !other.equals(email))
                .toList();
    }

    static List<String> distinct(List<String> sent) {
        return sent == null ? List.of() : List.copyOf(new LinkedHashSet<>(sent));
    }

    /** Each once, without the company itself. */
    static JsonNode companies(List<OtherCompany> sent, Long companyId) {
        var companies = Json.MAPPER.createArrayNode();
        var seen = new LinkedHashSet<Long>();
        for (var company : sent == null ? List.<OtherCompany>of() : sent) {
            if (Objects.equals(company.companyId(), companyId) || !seen.add(company.companyId())) continue;
            companies
                    .addObject()
                    .put("company_id", company.companyId())
                    .put("view_all_tickets", Boolean.TRUE.equals(company.viewAllTickets()));
        }
        return companies;
    }

    static JsonNode socialHandler(JsonNode sent) {
        return sent == null || sent.isNull() ? new ArrayNode(Json.MAPPER.getNodeFactory()) : sent;
    }

    static Boolean viewAllTickets(Boolean asked, Long companyId) {
        return companyId == null ? null : (Boolean) Boolean.TRUE.equals(asked);
    }
}
