package dev.hilo.demo;

import dev.hilo.accounts.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The help desk itself, before anybody writes: agents, groups, products, addresses, fields; and who may write. */
final class Desk {

    /** An address of the help desk. */
    record Mailbox(long id, String name, String address, Long productId) {
        String display() {
            return name + " <" + address + ">";
        }
    }

    /** Before the first ticket, so that everything was there when it came. */
    private static final Duration BEFORE = Duration.ofDays(372);

    private final Handle handle;
    private final Account account;
    private final Instant founded;
    private final Map<Cast.Agent, Long> agents = new HashMap<>();
    private final Map<String, Long> groups = new HashMap<>();
    private final Map<Course.Mailbox, Mailbox> mailboxes = new HashMap<>();

    Desk(Handle handle, Account account, Instant now) {
        this.handle = handle;
        this.account = account;
        this.founded = now.minus(BEFORE);
    }

    void furnish() {
        backdate();
        agents();
        groups();
        products();
        fields();
    }

    Instant founded() {
        return founded;
    }

    Long id(Cast.Agent agent) {
        return agent == null ? null : agents.get(agent);
    }

    Long group(String name) {
        return name == null ? null : groups.get(name);
    }

    Mailbox mailbox(Course.Mailbox which) {
        return mailboxes.get(which);
    }

    /** What the account was founded with an instant ago has been there for a year. */
    private void backdate() {
        var tables = List.of(
                "accounts",
                "contacts",
                "agents",
                "roles",
                "business_hours",
                "mailboxes",
                "sla_policies",
                "fields",
                "surveys",
                "canned_response_folders");
        for (String table : tables) {
            String updated = table.equals("accounts") ? "" : ", updated_at = :founded";
            handle.createUpdate(
                            "update " + table + " set created_at = :founded" + updated + " where account_id = :account")
                    .bind("founded", founded)
                    .bind("account", account.accountId())
                    .execute();
        }
        handle.execute(
                "update accounts set supported_languages = '{es}', portal_languages = '{es}' where account_id = ?",
                account.accountId());
    }

    private void agents() {
        agents.put(
                Cast.ADA,
                handle.createQuery("select min(id) from agents where account_id = ?")
                        .bind(0, account.accountId())
                        .mapTo(Long.class)
                        .one());
        var others = Cast.AGENTS.subList(1, Cast.AGENTS.size());
        agents.putAll(Copy.numbered(handle, others));
        copy(
                "contacts",
                "id, name, email, language, time_zone, active, created_at, updated_at",
                others,
                a -> new Object[] {
                    agents.get(a),
                    a.name(),
                    a.email(),
                    a.speaksSpanish() ? "es" : "en",
                    account.timeZone(),
                    true,
                    founded,
                    founded
                });
        copy("agents", "id, occasional, signature, available, created_at, updated_at", others, a -> new Object[] {
            agents.get(a),
            false,
            "<div><p>" + a.first() + "<br>Acme Support</p></div>",
            a.number() % 4 != 0,
            founded,
            founded
        });
        var roles = handle.createQuery("select name, id from roles where account_id = ?")
                .bind(0, account.accountId())
                .reduceRows(new HashMap<String, Long>(), (map, row) -> {
                    map.put(row.getColumn("name", String.class), row.getColumn("id", Long.class));
                    return map;
                });
        copy("agent_roles", "agent_id, role_id", others, a -> new Object[] {agents.get(a), roles.get(a.role())});
    }

    private void groups() {
        long first = Copy.ids(handle, Cast.GROUPS.size());
        for (int i = 0; i < Cast.GROUPS.size(); i++)
            groups.put(Cast.GROUPS.get(i).name(), first + i);
        copy(
                "groups",
                "id, name, description, escalate_to, unassigned_for, created_at, updated_at",
                Cast.GROUPS,
                g -> new Object[] {
                    groups.get(g.name()),
                    g.name(),
                    g.description(),
                    agents.get(Cast.AGENTS.get(1)),
                    "30m",
                    founded,
                    founded
                });
        record Member(String group, Cast.Agent agent) {}
        var members = new ArrayList<Member>();
        Cast.AGENTS.forEach(agent -> agent.groups().forEach(group -> members.add(new Member(group, agent))));
        copy("group_agents", "group_id, agent_id", members, m ->
                new Object[] {groups.get(m.group), agents.get(m.agent)});
    }

    /** Two products with an address each, and one for those who write in Spanish. */
    private void products() {
        long home = Copy.ids(handle, 5);
        long cloud = home + 1;
        record Product(long id, String name, String description) {}
        copy(
                "products",
                "id, name, description, is_default, created_at, updated_at",
                List.of(
                        new Product(home, "Acme Home", "Devices, and the shop that sells them"),
                        new Product(cloud, "Acme Cloud", "The service for companies with many sites")),
                p -> new Object[] {p.id, p.name, p.description, p.id == home, founded, founded});
        String domain = handle.createQuery(
                        "select split_part(support_email, '@', 2) from mailboxes where account_id = ?")
                .bind(0, account.accountId())
                .mapTo(String.class)
                .first();
        mailboxes.put(Course.Mailbox.SHOP, new Mailbox(home + 2, "Acme", "shop@" + domain, home));
        mailboxes.put(Course.Mailbox.SPANISH, new Mailbox(home + 3, "Acme en español", "hola@" + domain, home));
        mailboxes.put(Course.Mailbox.CLOUD, new Mailbox(home + 4, "Acme Cloud", "cloud@" + domain, cloud));
        copy(
                "mailboxes",
                "id, name, support_email, forward_email, group_id, product_id, is_primary, created_at, updated_at",
                List.of(Course.Mailbox.values()),
                which -> {
                    var box = mailboxes.get(which);
                    return new Object[] {
                        box.id(),
                        box.name(),
                        box.address(),
                        box.address(),
                        groupOf(which),
                        box.productId(),
                        which != Course.Mailbox.SPANISH,
                        founded,
                        founded
                    };
                });
    }

    private Long groupOf(Course.Mailbox which) {
        return switch (which) {
            case SHOP -> null;
            case CLOUD -> groups.get(Cast.CLOUD);
            case SPANISH -> groups.get(Cast.SPANISH);
        };
    }

    /** Two fields of Acme's own: which order, which device. */
    private void fields() {
        record Own(String name, String label, String type, String choices) {}
        var choices = new StringBuilder("[");
        for (int i = 0; i < Goods.ALL.size(); i++) {
            String model = Goods.ALL.get(i).model();
            choices.append(i == 0 ? "" : ",")
                    .append("{\"id\":%d,\"label\":\"%s\",\"value\":\"%s\",\"position\":%d}"
                            .formatted(Copy.ids(handle, 1), model, model, i + 1));
        }
        var own = List.of(
                new Own("cf_order_number", "Order number", "custom_text", "[]"),
                new Own(
                        "cf_device",
                        "Device",
                        "custom_dropdown",
                        choices.append("]").toString()));
        copy(
                "fields",
                "resource, name, label, label_for_customers, type, position, customers_can_edit,"
                        + " displayed_to_customers, choices, created_at, updated_at",
                own,
                f -> new Object[] {
                    "ticket",
                    f.name,
                    f.label,
                    f.label,
                    f.type,
                    13 + own.indexOf(f),
                    true,
                    true,
                    f.choices,
                    founded,
                    founded
                });
    }

    <T> void copy(String table, String columns, List<T> rows, java.util.function.Function<T, Object[]> values) {
        Copy.into(handle, table, "account_id, " + columns, rows, row -> {
            var own = values.apply(row);
            var all = new Object[own.length + 1];
            all[0] = account.accountId();
            System.arraycopy(own, 0, all, 1, own.length);
            return all;
        });
    }
}
