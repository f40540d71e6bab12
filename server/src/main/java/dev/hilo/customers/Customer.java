package dev.hilo.customers;

import dev.hilo.pages.Guest;
import java.util.List;

/**
 * A contact who is logged in to the portal.
 *
 * @param companyIds whose tickets the contact may see beside the own ones
 * @param proof what the forms of this log-in bring along, so that no other site can send them
 */
public record Customer(
        long accountId,
        long id,
        String name,
        String email,
        List<Long> companyIds,
        String language,
        String timeZone,
        String proof) {

    Guest guest() {
        return new Guest(language, timeZone);
    }
}
