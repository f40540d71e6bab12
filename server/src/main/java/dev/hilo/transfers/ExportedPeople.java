package dev.hilo.transfers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.FieldError;
import dev.hilo.api.StartExport;
import dev.hilo.errors.Problems;
import dev.hilo.fields.Field;
import dev.hilo.fields.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What can be exported of contacts and companies. */
final class ExportedPeople {

    /** Beside the default fields: what a record has and nobody fills in. */
    private static final Map<Resource, List<String>> MORE = Map.of(
            Resource.CONTACT,
            List.of(
                    "id",
                    "twitter_id",
                    "facebook_id",
                    "other_emails",
                    "company_id",
                    "view_all_tickets",
                    "active",
                    "created_at",
                    "updated_at"),
            Resource.COMPANY,
            List.of("id", "created_at", "updated_at"));

    private static final String CONTACTS = """
            select c.id, c.name, c.job_title, c.email, c.mobile, c.phone, c.address, c.time_zone, c.language, c.description,
              c.unique_external_id, c.twitter_id, c.facebook_id, c.company_id, c.view_all_tickets, c.active,
              k.name as company_name, array_to_string(c.tags, ',') as tag_names,
              array_to_string(c.other_phone_numbers, ',') as other_phone_numbers, c.social_handler,
              (select string_agg(e.email, ',' order by e.position, e.email) from contact_emails e
               where e.account_id = c.account_id and e.contact_id = c.id) as other_emails,
              to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as created_at,
              to_char(c.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as updated_at,
              c.custom_fields
            from contacts c
            left join companies k on k.account_id = c.account_id and k.id = c.company_id
            where c.account_id = :accountId and not c.deleted and not c.blocked
              and not exists (select from agents a where a.account_id = c.account_id and a.id = c.id)
            order by c.id
            """;

    private static final String COMPANIES = """
            select id, name, description, note, array_to_string(domains, ',') as domains, health_score, account_tier,
              renewal_date, industry,
              to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as created_at,
              to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as updated_at,
              custom_fields
            from companies
            where account_id = :accountId
            order by id
            """;

    private static final int FETCHED_AT_A_TIME = 500;

    private ExportedPeople() {}

    /** The columns that are asked for; names that are not there are added to the problems. */
    static List<ExportColumn> columns(
            Resource resource, StartExport.Fields asked, List<Field> fields, Problems problems) {
        var known = known(resource, fields, false);
        var custom = known(resource, fields, true);
        var columns = new ArrayList<>(chosen("fields.default_fields", asked.defaultFields(), known, problems));
        columns.addAll(chosen("fields.custom_fields", asked.customFields(), custom, problems));
        problems.addIf(
                columns.isEmpty() && !problems.any(),
                FieldError.invalid("fields", "It should contain at least one field"));
        return columns;
    }

    private static Map<String, ExportColumn> known(Resource resource, List<Field> fields, boolean custom) {
        var known = new LinkedHashMap<String, ExportColumn>();
        for (var field : fields) {
            if (field.isDefault() == custom || field.type().equals("default_lists")) continue;
            known.put(field.name(), new ExportColumn(field.name(), field.label(), custom));
        }
        if (!custom) MORE.get(resource).forEach(name -> known.put(name, new ExportColumn(name, name, false)));
        return known;
    }

    private static List<ExportColumn> chosen(
            String parameter, List<String> names, Map<String, ExportColumn> known, Problems problems) {
        if (names == null) return List.of();
        problems.addIf(
                !known.keySet().containsAll(names),
                FieldError.notAmong(parameter, known.keySet().toArray(String[]::new)));
        return new LinkedHashSet<>(names)
                .stream().filter(known::containsKey).map(known::get).toList();
    }

    /** To be read within a transaction, and closed. */
    static Stream<JsonNode> rows(Handle handle, Resource resource, long accountId) {
        String sql = resource == Resource.CONTACT ? CONTACTS : COMPANIES;
        return handle
                .createQuery("select to_jsonb(r) from (" + sql + ") r")
                .bind("accountId", accountId)
                .setFetchSize(FETCHED_AT_A_TIME)
                .mapTo(JsonNode.class)
                .stream();
    }
}
