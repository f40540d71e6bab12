package dev.hilo.settings;

import dev.hilo.api.AccountDetails;
import dev.hilo.db.Database;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.Locale;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** {@code /api/v2/account} */
public final class AccountApi {

    interface Store {

        /** How many agents there are of each kind, and who founded the account. */
        record People(int fullTime, int occasional, int fieldService, int collaborators, String name, String email) {}

        @SqlQuery("""
                select count(*) filter (where type = 'support_agent' and not occasional) as full_time,
                       count(*) filter (where type = 'support_agent' and occasional) as occasional,
                       count(*) filter (where type = 'field_agent') as field_service,
                       count(*) filter (where type = 'collaborator') as collaborators,
                       (array_agg(c.name order by a.created_at, a.id))[1] as name,
                       (array_agg(c.email order by a.created_at, a.id))[1] as email
                from agents a
                join contacts c on c.account_id = a.account_id and c.id = a.id
                where a.account_id = :accountId and not a.deactivated
                """)
        @RegisterConstructorMapper(People.class)
        People people(long accountId);
    }

    private final Database database;

    public AccountApi(Database database) {
        this.database = database;
    }

    public Answer view(Call call) {
        var account = call.account();
        var people = database.read(h -> h.attach(Store.class).people(account.accountId()));
        return Answer.ok(new AccountDetails(
                account.accountId(),
                account.name(),
                account.accountId(),
                account.name(),
                call.address().authority(),
                null,
                false,
                new AccountDetails.Agents(
                        people.fullTime(), people.occasional(), people.fieldService(), people.collaborators()),
                account.timeZone(),
                "Hilo",
                title(account.plan().text()),
                new AccountDetails.PostalAddress(null, null, null, null, null),
                person(people)));
    }

    private static String title(String plan) {
        return plan.substring(0, 1).toUpperCase(Locale.ROOT) + plan.substring(1).replace('_', ' ');
    }

    private static AccountDetails.Person person(Store.People people) {
        int blank = people.name().lastIndexOf(' ');
        return blank < 0
                ? new AccountDetails.Person(people.name(), "", people.email())
                : new AccountDetails.Person(
                        people.name().substring(0, blank), people.name().substring(blank + 1), people.email());
    }
}
