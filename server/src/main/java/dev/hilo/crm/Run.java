package dev.hilo.crm;

import dev.hilo.crm.Crm.Kind;
import dev.hilo.crm.Crm.Outcome;
import dev.hilo.crm.Crm.Outgoing;
import dev.hilo.crm.Report.Fate;
import dev.hilo.crm.SourceStore.Said;
import dev.hilo.crm.SourceStore.Talk;
import dev.hilo.db.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One pass over what has changed: companies, then contacts with their companies, then notes on the contacts. */
final class Run {

    /** A change is visible some time after the time that it bears. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final int MOST_SAID = 40;

    /** What is to be written. @param more what else must be the same for nothing to be done */
    private record Item(Outgoing record, String more) {
        byte[] hash() {
            return sha256(record.keys().getFirst() + '\n' + record.properties() + '\n' + more);
        }
    }

    private final Database database;
    private final Clock clock;
    private final Connection connection;
    private final Mapping mapping;
    private final Crm crm;
    private final String address;
    private final Report report;
    private final Runnable pulse;
    private final Instant since;
    /** Companies that this run has dealt with. */
    private final Set<Long> seen = new HashSet<>();

    /**
     * @param address under which the account's pages are
     * @param pulse called before each batch; it may end the run
     */
    Run(Database database, Clock clock, Connection connection, Crm crm, String address, Report report, Runnable pulse) {
        this.database = database;
        this.clock = clock;
        this.connection = connection;
        this.mapping = Mapping.of(connection.mapping());
        this.crm = crm;
        this.address = address;
        this.report = report;
        this.pulse = pulse;
        this.since = connection.doneUntil() == null
                ? Instant.EPOCH
                : connection.doneUntil().minus(OVERLAP);
    }

    void go() {
        report.asked(crm.check(mapping.contact().keySet(), mapping.company().keySet()));
        long account = connection.accountId();
        boolean some = connection.requestersOnly();
        pages(
                after -> read(s -> s.firms(account, connection.id(), after, since, some, crm.batch())),
                Firm::id,
                this::writeFirms);
        pages(after -> read(s -> s.people(account, after, since, some, crm.batch())), Person::id, this::writePeople);
        if (connection.notes().equals("none")) return;
        boolean all = connection.notes().equals("all");
        pages(
                after -> read(
                        s -> s.talks(account, connection.id(), after, since, all, connection.since(), crm.batch())),
                Talk::id,
                this::writeTalks);
    }

    private <T> T read(Function<SourceStore, T> query) {
        return database.read(h -> query.apply(h.attach(SourceStore.class)));
    }

    private <T> void pages(
            Function<Long, List<T>> page, Function<T, Long> id, java.util.function.Consumer<List<T>> write) {
        long after = 0;
        for (var rows = page.apply(after); !rows.isEmpty(); rows = page.apply(after)) {
            pulse.run();
            write.accept(rows);
            after = id.apply(rows.getLast());
            if (rows.size() < crm.batch()) return;
        }
    }

    private void writeFirms(List<Firm> firms) {
        firms.forEach(firm -> seen.add(firm.id()));
        var ties = ties(Kind.COMPANY, firms.stream().map(Firm::id).toList());
        var items = firms.stream()
                .map(firm -> new Item(
                        new Outgoing(
                                firm.id(),
                                firm.domains(),
                                remote(ties.get(firm.id())),
                                firm.values(mapping.company(), address + "/a/companies/" + firm.id())),
                        ""))
                .toList();
        write(Kind.COMPANY, changed(Kind.COMPANY, items, ties), ties, crm::put);
    }

    /** Their companies first, where those are not there yet. */
    private void writePeople(List<Person> people) {
        var wanted = people.stream()
                .map(Person::companyId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var known = ties(Kind.COMPANY, wanted);
        var missing = wanted.stream()
                .filter(id -> !known.containsKey(id) && seen.add(id))
                .toList();
        if (!missing.isEmpty()) writeFirms(read(s -> s.firms(connection.accountId(), missing)));
        var firms = missing.isEmpty() || report.isDry() ? known : ties(Kind.COMPANY, wanted);
        var companies = new HashMap<Long, String>();
        for (var person : people) {
            var firm = person.companyId() == null ? null : firms.get(person.companyId());
            if (firm != null && firm.state().equals("WRITTEN")) companies.put(person.id(), firm.remoteId());
        }
        var ties = ties(Kind.CONTACT, people.stream().map(Person::id).toList());
        var items = people.stream()
                .map(person -> new Item(
                        new Outgoing(
                                person.id(),
                                List.of(person.email()),
                                remote(ties.get(person.id())),
                                person.values(mapping.contact(), address + "/a/contacts/" + person.id())),
                        companies.getOrDefault(person.id(), "")))
                .toList();
        write(Kind.CONTACT, changed(Kind.CONTACT, items, ties), ties, (kind, records) -> {
            var outcomes = crm.put(kind, records);
            associate(outcomes, companies);
            return outcomes;
        });
    }

    private void associate(List<Outcome> contacts, Map<Long, String> companies) {
        var pairs = new ArrayList<Crm.Pair>();
        for (var contact : contacts) {
            String company = companies.get(contact.id());
            if (contact instanceof Outcome.Written written && company != null)
                pairs.add(new Crm.Pair(written.remoteId(), company));
        }
        if (!pairs.isEmpty()) crm.associate(pairs);
    }

    private void writeTalks(List<Talk> all) {
        var talks = all.stream()
                .filter(talk -> report.isDry() || talk.contact() != null)
                .toList();
        if (talks.isEmpty()) return;
        var ids = talks.stream().map(Talk::id).toList();
        var ties = ties(Kind.TICKET, ids);
        var said = read(s -> s.said(connection.accountId(), ids, MOST_SAID)).stream()
                .collect(Collectors.groupingBy(Said::ticketId));
        var notes = new HashMap<Long, Crm.Note>();
        var items = new ArrayList<Item>();
        for (var talk : talks) {
            var tie = ties.get(talk.id());
            var messages = said.getOrDefault(talk.id(), List.of());
            String link = address + "/a/tickets/" + talk.id();
            String html = Talks.html(connection.accountId(), talk, link, messages);
            var at = messages.isEmpty() ? talk.createdAt() : messages.getFirst().createdAt();
            boolean isDoubtful = tie != null && tie.isDoubtful();
            notes.put(talk.id(), new Crm.Note(talk.id(), remote(tie), talk.contact(), at, html, link, isDoubtful));
            items.add(new Item(new Outgoing(talk.id(), List.of(link), remote(tie), Map.of("note", html)), ""));
        }
        write(
                Kind.TICKET,
                changed(Kind.TICKET, items, ties),
                ties,
                (kind, records) -> crm.note(
                        records.stream().map(record -> notes.get(record.id())).toList()));
    }

    private Map<Long, Tie> ties(Kind kind, List<Long> ids) {
        return database
                .read(h -> h.attach(TieStore.class).of(connection.accountId(), connection.id(), kind, ids))
                .stream()
                .collect(Collectors.toMap(Tie::recordId, Function.identity()));
    }

    private static String remote(Tie tie) {
        return tie == null ? null : tie.remoteId();
    }

    /** Those that are not there as they are here. One that was refused is tried again once it has changed. */
    private List<Item> changed(Kind kind, List<Item> items, Map<Long, Tie> ties) {
        var changed = new ArrayList<Item>();
        for (var item : items) {
            long id = item.record().id();
            var tie = ties.get(id);
            boolean isSame = tie != null && Arrays.equals(tie.hash(), item.hash()) && !tie.isDoubtful();
            if (tie != null && tie.isGone()) report.count(kind, Fate.GONE);
            else if (!isSame) changed.add(item);
            else if (tie.error() != null) report.refuse(kind, id, tie.error());
            else report.count(kind, Fate.UNCHANGED);
        }
        return changed;
    }

    private interface Sending {
        List<Outcome> send(Kind kind, List<Outgoing> records);
    }

    private void write(Kind kind, List<Item> items, Map<Long, Tie> ties, Sending sending) {
        if (items.isEmpty()) return;
        var records = items.stream().map(Item::record).toList();
        if (report.isDry()) {
            foresee(kind, records);
            return;
        }
        if (kind == Kind.TICKET) {
            keep(items.stream()
                    .map(item -> tie(kind, item, item.record().remoteId(), "SENDING", null))
                    .toList());
        }
        var byId = items.stream().collect(Collectors.toMap(item -> item.record().id(), Function.identity()));
        var kept = new ArrayList<Tie>();
        for (var outcome : sending.send(kind, records)) {
            var item = byId.get(outcome.id());
            kept.add(
                    switch (outcome) {
                        case Outcome.Written written -> {
                            report.count(kind, written.isNew() ? Fate.CREATED : Fate.UPDATED);
                            yield tie(kind, item, written.remoteId(), "WRITTEN", null);
                        }
                        case Outcome.Gone gone -> {
                            report.count(kind, Fate.GONE);
                            yield tie(kind, item, item.record().remoteId(), "GONE", null);
                        }
                        case Outcome.Refused refused -> {
                            report.refuse(kind, refused.id(), refused.why());
                            yield tie(kind, item, item.record().remoteId(), "REFUSED", refused.why());
                        }
                    });
        }
        keep(kept);
    }

    private Tie tie(Kind kind, Item item, String remoteId, String state, String error) {
        return new Tie(kind, item.record().id(), remoteId, item.hash(), state, error, clock.instant());
    }

    private void keep(List<Tie> ties) {
        database.run(h -> h.attach(TieStore.class).put(connection.accountId(), connection.id(), ties));
    }

    /** Says what would be done, from what the CRM has. */
    private void foresee(Kind kind, List<Outgoing> records) {
        var unknown = records.stream()
                .filter(record -> record.remoteId() == null)
                .flatMap(record -> record.keys().stream())
                .toList();
        var there = kind == Kind.TICKET || unknown.isEmpty() ? Map.<String, String>of() : crm.find(kind, unknown);
        for (var record : records) {
            boolean isThere =
                    record.remoteId() != null || record.keys().stream().anyMatch(there::containsKey);
            var fate = isThere ? Fate.UPDATED : Fate.CREATED;
            report.count(kind, fate);
            report.show(kind, record.id(), record.keys().getFirst(), fate, record.properties());
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
