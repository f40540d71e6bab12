package dev.hilo.tickets;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Turns the parameters of {@code GET /tickets} into its query (reference §3.7). */
final class TicketList {

    private static final Duration RECENT = Duration.ofDays(30);

    interface People {
        @SqlQuery("""
                select id from contacts where account_id = :accountId and email = lower(:email)
                union all
                select contact_id from contact_emails where account_id = :accountId and email = lower(:email)
                limit 1
                """)
        Long byEmail(long accountId, String email);

        @SqlQuery("select id from contacts where account_id = :accountId and unique_external_id = :externalId")
        Long byExternalId(long accountId, String externalId);

        @SqlQuery("select exists (select from contacts where account_id = :accountId and id = :id)")
        boolean exists(long accountId, long id);

        @SqlQuery("select exists (select from companies where account_id = :accountId and id = :id)")
        boolean companyExists(long accountId, long id);
    }

    private final People people;
    private final Caller caller;
    private final Instant now;
    private final Problems problems = new Problems();

    TicketList(Handle handle, Caller caller, Instant now) {
        this.people = handle.attach(People.class);
        this.caller = caller;
        this.now = now;
    }

    TicketQuery query(TicketFilter filter, Includes includes) {
        var query = new TicketQuery(Sight.of(caller));
        switch (filter.filter() == null ? "all_tickets" : filter.filter()) {
            case "new_and_my_open" -> query.newOrMyOpen();
            case "watching" -> query.watched();
            case "spam" -> query.spam();
            case "deleted" -> query.deleted();
            default -> query.notInTrash();
        }
        if (filter.updatedSince() != null) query.updatedSince(filter.updatedSince());
        else query.createdSince(now.minus(RECENT));
        ofPeople(query, filter);
        problems.refuse();
        if (!includes.has("description")) query.withoutDescription();
        String column = filter.orderBy() == null ? "created_at" : filter.orderBy();
        return query.orderedBy(column, !"asc".equals(filter.orderType()));
    }

    private void ofPeople(TicketQuery query, TicketFilter filter) {
        long account = caller.accountId();
        if (filter.requesterId() != null) {
            check(people.exists(account, filter.requesterId()), "requester_id", "contact");
            query.ofRequester(filter.requesterId());
        }
        if (filter.email() != null) ofPerson(query, people.byEmail(account, filter.email()), "email");
        if (filter.uniqueExternalId() != null) {
            ofPerson(query, people.byExternalId(account, filter.uniqueExternalId()), "unique_external_id");
        }
        if (filter.companyId() != null) {
            check(people.companyExists(account, filter.companyId()), "company_id", "company");
            query.ofCompany(filter.companyId());
        }
    }

    private void ofPerson(TicketQuery query, Long id, String field) {
        check(id != null, field, "contact");
        if (id != null) query.ofRequester(id);
    }

    private void check(boolean there, String field, String noun) {
        problems.addIf(!there, FieldError.unknown(field, noun));
    }
}
