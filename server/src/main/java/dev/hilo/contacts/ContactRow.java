package dev.hilo.contacts;

import dev.hilo.api.Avatar;
import dev.hilo.api.Contact;
import dev.hilo.api.ContactChanged;
import dev.hilo.api.ContactItem;
import dev.hilo.errors.Refusal;
import dev.hilo.fields.CustomFields;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.Nested;

/** A contact as it is stored. @param mergedInto the contact that stands for it now */
public record ContactRow(
        long id,
        @Nested ContactFields fields,
        boolean active,
        boolean deleted,
        boolean blocked,
        String facebookId,
        Integer csatRating,
        String preferredSource,
        String contactType,
        String visitorId,
        Long mergedInto,
        Instant firstSeen,
        Instant lastSeen,
        Instant createdAt,
        Instant updatedAt) {

    /** One in the trash or blocked can be looked at and nothing else. */
    ContactRow requireWritable() {
        if (deleted || blocked) throw new Refusal.MethodNotAllowed("GET");
        return this;
    }

    private Boolean deletedIfSo() {
        return deleted ? true : null;
    }

    Contact view(CustomFields custom, Avatar avatar) {
        var name = PersonName.of(fields.name());
        return new Contact(
                active,
                fields.address(),
                deletedIfSo(),
                fields.description(),
                fields.email(),
                id,
                fields.jobTitle(),
                fields.language(),
                fields.mobile(),
                fields.name(),
                fields.phone(),
                fields.timeZone(),
                fields.twitterId(),
                custom.full(fields.customFields()),
                fields.tags(),
                List.of(),
                fields.otherEmails(),
                facebookId,
                createdAt,
                updatedAt,
                csatRating,
                preferredSource,
                contactType,
                firstSeen,
                lastSeen,
                null,
                fields.companyId(),
                fields.viewAllTickets(),
                fields.companies(),
                fields.uniqueExternalId(),
                avatar,
                name.first(),
                name.last(),
                visitorId,
                id,
                Long.toString(id),
                List.of(),
                fields.otherPhoneNumbers(),
                fields.socialHandler(),
                null,
                null);
    }

    ContactChanged changed(CustomFields custom, Avatar avatar) {
        var name = PersonName.of(fields.name());
        return new ContactChanged(
                active,
                fields.address(),
                deleted,
                fields.description(),
                fields.email(),
                id,
                fields.jobTitle(),
                fields.language(),
                fields.mobile(),
                fields.name(),
                fields.phone(),
                fields.timeZone(),
                fields.twitterId(),
                custom.full(fields.customFields()),
                fields.tags(),
                List.of(),
                fields.otherEmails(),
                facebookId,
                createdAt,
                updatedAt,
                csatRating,
                preferredSource,
                contactType,
                firstSeen,
                lastSeen,
                fields.companyId(),
                fields.viewAllTickets(),
                fields.companies(),
                fields.uniqueExternalId(),
                avatar,
                name.first(),
                name.last(),
                visitorId,
                id,
                Long.toString(id),
                fields.otherPhoneNumbers(),
                fields.socialHandler(),
                null,
                null);
    }

    ContactItem item(CustomFields custom) {
        var name = PersonName.of(fields.name());
        return new ContactItem(
                active,
                fields.address(),
                deletedIfSo(),
                fields.description(),
                fields.email(),
                id,
                fields.jobTitle(),
                fields.language(),
                fields.mobile(),
                fields.name(),
                fields.phone(),
                fields.timeZone(),
                fields.twitterId(),
                custom.full(fields.customFields()),
                facebookId,
                createdAt,
                updatedAt,
                csatRating,
                preferredSource,
                contactType,
                firstSeen,
                lastSeen,
                null,
                fields.companyId(),
                fields.companyId() == null ? null : fields.companies(),
                fields.uniqueExternalId(),
                name.first(),
                name.last(),
                visitorId,
                id,
                Long.toString(id),
                fields.otherPhoneNumbers(),
                fields.socialHandler(),
                null,
                null);
    }
}
