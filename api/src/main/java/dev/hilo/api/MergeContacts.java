package dev.hilo.api;

import java.util.List;

/**
 * Contacts to be made one.
 *
 * @param contact what the one keeps; needed where the contacts differ in phone, mobile, twitter handle or external id
 */
public record MergeContacts(
        @Required Long primaryContactId,
        @Required @Bounds(50) List<Long> secondaryContactIds,
        Kept contact) {

    /** Values of the contacts that are merged; null for those of the primary one, or all of them where there may be many. */
    public record Kept(
            String email,
            String phone,
            String mobile,
            String twitterId,
            String uniqueExternalId,
            @Bounds(100) List<String> otherEmails,
            @Bounds(300) List<Long> companyIds) {}
}
