package dev.hilo.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * An account with a year of answered tickets, about fifty things that go wrong in eight ways each, and articles about half of
 * them; then sentences planted in the future of the newest tickets.
 */
final class PastLoad {

    /** A planted sentence, with its number. */
    static final Pattern PLANTED = Pattern.compile("xqplant(\\d+)x");

    private static final String THINGS =
            "'{lamp,kettle,sofa,printer,bicycle,fridge,camera,piano,drill,tent,radio,oven,clock,heater,mixer,toaster,"
                    + "speaker,keyboard,monitor,router,phone,tablet,watch,scale,fan,chair,desk,shelf,mirror,carpet,curtain,"
                    + "blender,grill,mower,saw,ladder,pump,valve,hose,tap,shower,bath,sink,door,window,lock,key,bell,alarm,"
                    + "sensor}'::text[]";
    private static final String FAULTS =
            "'{does not start,makes a loud noise,smells of smoke,lost a screw,shows a red light,is stuck,arrived broken,"
                    + "needs a new part}'::text[]";

    private final Connection connection;
    private final long account;
    private final long agent;
    private final int tickets;

    PastLoad(Connection connection, long account, long agent, int tickets) {
        this.connection = connection;
        this.account = account;
        this.agent = agent;
        this.tickets = tickets;
    }

    void load() throws SQLException {
        execute("set session_replication_role = replica");
        execute("""
                insert into contacts (account_id, id, name, email, language, created_at, updated_at)
                select %1$d, 800000000000 + i, 'Customer ' || i, 'past' || i || '@bench.test', 'en', '2024-01-01Z', '2024-01-01Z'
                from generate_series(0, 999) i""".formatted(account));
        execute("""
                insert into tickets (account_id, id, subject, description, description_text, status, priority, source, type,
                  requester_id, resolved_at, created_at, updated_at)
                select %1$d, i, initcap(thing) || ' ' || fault, '', 'My ' || thing || ' ' || fault || ' since '
                    || (array['Monday','Tuesday','Friday','last week'])[1 + i %% 4] || '. What can I do about the ' || thing
                    || '? Order ' || (100000 + i) || '.', 5, 1, 1, (array['Question','Problem','Incident'])[1 + i %% 3],
                  800000000000 + i %% 1000, at + interval '2 hours', at, at
                from (select i, %2$s, %3$s as at from generate_series(1, %4$d) i) x""".formatted(account, words("i"), at("i"), tickets));
        execute("""
                insert into conversations (account_id, id, ticket_id, user_id, body, body_text, source, category, to_emails,
                  created_at, updated_at)
                select account_id, 810000000000 + id, id, %2$d, '', 'Thank you for writing. ' || %3$s, 0, 3, '{}',
                  created_at + interval '1 hour', created_at + interval '1 hour'
                from (select t.*, %4$s from tickets t where account_id = %1$d) t""".formatted(account, agent, answer(), words("t.id::int")));
        library();
        execute("set session_replication_role = origin");
        execute("update ticket_counters set last_id = %d where account_id = %d".formatted(tickets + 1000, account));
        execute("vacuum (analyze) tickets, conversations, contacts");
    }

    private void library() throws SQLException {
        execute("""
                insert into solution_categories (account_id, id, created_at, updated_at) values (%1$d, 1, '2024-01-01Z', '2024-01-01Z');
                insert into solution_folders (account_id, id, category_id, created_at, updated_at)
                values (%1$d, 2, 1, '2024-01-01Z', '2024-01-01Z');
                insert into solution_articles (account_id, id, folder_id, created_at, updated_at)
                select %1$d, 1000 + i, 2, '2024-06-01Z', '2024-06-01Z' from generate_series(1, 200) i""".formatted(account));
        execute("""
                insert into solution_texts (account_id, kind, id, language, title, description, description_text, status,
                  created_at, updated_at)
                select %1$d, 'article', 1000 + i, 'en', 'When the ' || thing || ' ' || fault, %3$s, %3$s, 2, '2024-06-01Z', '2024-06-01Z'
                from (select i, %2$s from generate_series(1, 200) i) x""".formatted(account, words("i"), answer()));
    }

    /** Five sentences for each of so many of the newest tickets, all later than its question. @return how many */
    int plant(int wanted) throws SQLException {
        execute("set session_replication_role = replica");
        execute("create table planted (number int primary key, at timestamptz)");
        execute("insert into planted select 5 * (id - %2$d - 1) + k, created_at + k * interval '1 hour'"
                        .formatted(account, tickets - wanted)
                + " from tickets, generate_series(1, 5) k where account_id = " + account + " and id > "
                + (tickets - wanted));
        execute("""
                update conversations c set body_text = %2$s || ' ' || body_text
                where account_id = %1$d and ticket_id > %3$d""".formatted(account, sentence("c.ticket_id", wanted, 1), tickets - wanted));
        for (int k : new int[] {2, 3}) {
            execute("""
                    insert into conversations (account_id, id, ticket_id, user_id, body, body_text, incoming, private, source,
                      category, created_at, updated_at)
                    select account_id, %5$d + id, id, requester_id, '', %2$s, %4$s, not %4$s, %6$d, %6$d,
                      created_at + %7$d * interval '1 hour', created_at + %7$d * interval '1 hour'
                    from (select t.*, %8$s from tickets t where account_id = %1$d and id > %3$d) t""".formatted(
                            account,
                            sentence("t.id", wanted, k),
                            tickets - wanted,
                            k == 2,
                            820000000000L + k * 1_000_000L,
                            k == 2 ? 0 : 2,
                            k,
                            words("t.id::int")));
        }
        articles(wanted);
        siblings(wanted);
        execute("set session_replication_role = origin");
        return 5 * wanted;
    }

    private void articles(int wanted) throws SQLException {
        execute("""
                insert into solution_articles (account_id, id, folder_id, created_at, updated_at)
                select account_id, 5000 + id, 2, created_at + interval '4 hours', created_at + interval '4 hours'
                from tickets where account_id = %1$d and id > %2$d""".formatted(account, tickets - wanted));
        execute("""
                insert into solution_texts (account_id, kind, id, language, title, description, description_text, status,
                  created_at, updated_at)
                select account_id, 'article', 5000 + id, 'en', subject, %2$s, %2$s, 2,
                  created_at + interval '4 hours', created_at + interval '4 hours'
                from (select t.*, %4$s from tickets t where account_id = %1$d and id > %3$d) t""".formatted(account, sentence("t.id", wanted, 4), tickets - wanted, words("t.id::int")));
    }

    /** Another customer asks the same, and is answered, five hours later. */
    private void siblings(int wanted) throws SQLException {
        execute("""
                insert into tickets (account_id, id, subject, description, description_text, status, priority, source, type,
                  requester_id, resolved_at, created_at, updated_at)
                select account_id, id + 1000, subject, '', 'Hello, it is about my ' || thing || ', which ' || fault || '.', 5, 1, 1,
                  'Sibling', 800000000000 + (id + 7) %% 1000, created_at + interval '6 hours', created_at + interval '4 hours',
                  created_at
                from (select t.*, %3$s from tickets t where account_id = %1$d and id > %2$d) t""".formatted(account, tickets - wanted, words("t.id::int")));
        execute("""
                insert into conversations (account_id, id, ticket_id, user_id, body, body_text, source, category, to_emails,
                  created_at, updated_at)
                select account_id, 830000000000 + id, id + 1000, %4$d, '', %2$s, 0, 3, '{}',
                  created_at + interval '5 hours', created_at + interval '5 hours'
                from (select t.*, %5$s from tickets t where account_id = %1$d and id > %3$d and id <= %6$d) t""".formatted(
                        account, sentence("t.id", wanted, 5), tickets - wanted, agent, words("t.id::int"), tickets));
    }

    /** When a planted sentence was written, as SQL. */
    static String planted(String number) {
        return "(select at from planted where number = " + Integer.parseInt(number) + ")";
    }

    private String sentence(String ticket, int wanted, int k) {
        return "'xqplant' || (5 * (" + ticket + " - " + (tickets - wanted) + " - 1) + " + k
                + ") || 'x: what to do about it when the part is stuck, loud or red is to turn the switch twice and to wait.'";
    }

    /** Of fifty things and eight faults, never both at once the same in a row. */
    private static String words(String i) {
        return "(" + THINGS + ")[1 + " + i + " % 50] as thing, (" + FAULTS + ")[1 + " + i + " / 50 % 8] as fault";
    }

    private static String answer() {
        return "'When the ' || thing || ' ' || fault || ', first unplug the ' || thing || ' for ten minutes. Then press the button'"
                + " || ' on its back until it blinks. If the ' || thing || ' still ' || fault || ', send it back free of charge.'";
    }

    /** A ticket every hundred minutes, the newest some days ago. */
    private String at(String i) {
        return "timestamptz '2026-06-01Z' - (" + tickets + " - " + i + ") * interval '100 minutes'";
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
