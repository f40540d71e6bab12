package dev.hilo.companies;

import dev.hilo.api.Company;
import dev.hilo.api.CompanyItem;
import dev.hilo.fields.CustomFields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.mapper.Nested;

/** A company as it is stored. */
public record CompanyRow(long id, @Nested CompanyFields fields, Instant createdAt, Instant updatedAt) {

    Company view(CustomFields custom) {
        return new Company(
                id,
                fields.name(),
                fields.description(),
                fields.note(),
                fields.domains(),
                custom.full(fields.customFields()),
                createdAt,
                updatedAt,
                fields.healthScore(),
                fields.accountTier(),
                startOf(fields.renewalDate()),
                fields.industry(),
                id,
                Long.toString(id));
    }

    CompanyItem item(CustomFields custom) {
        return new CompanyItem(
                id,
                fields.name(),
                fields.description(),
                fields.note(),
                fields.domains(),
                createdAt,
                updatedAt,
                custom.full(fields.customFields()),
                fields.healthScore(),
                fields.accountTier(),
                startOf(fields.renewalDate()),
                fields.industry(),
                Long.toString(id));
    }

    private static Instant startOf(LocalDate day) {
        return day == null ? null : day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
