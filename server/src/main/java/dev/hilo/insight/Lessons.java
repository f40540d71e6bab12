package dev.hilo.insight;

import dev.hilo.accounts.Account;
import dev.hilo.db.Database;
import dev.hilo.models.EmbeddingModel;
import dev.hilo.models.Example;
import dev.hilo.models.Models;
import dev.hilo.models.Neighbours;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what can be learnt from the tickets of an account, and from the descriptions and examples of its topics. */
final class Lessons {

    private static final int TICKETS = 10_000;
    private static final int FEWEST_EXAMPLES = 20;
    private static final int FEWEST_OF_A_CLASS = 5;
    private static final int MOST_CLASSES = 200;
    private static final int TAGS = 20;
    /** Where nearly all have the same there is nothing to learn. */
    private static final double NEARLY_ALL = 0.98;

    private static final int AT_ONCE = 500;

    private record Taught(ClassifierStore.Past ticket, String gist, String language, float[] vector) {}

    private final Database database;
    private final Models models;
    private final Clock clock;
    private final Languages languages = new Languages();

    Lessons(Database database, Models models, Clock clock) {
        this.database = database;
        this.models = models;
        this.clock = clock;
    }

    List<Lesson> of(Account account, List<String> candidates) {
        var tickets = taught(account.accountId(), candidates);
        var topics = database.read(h -> h.attach(TopicStore.class).list(account.accountId(), MOST_CLASSES, 0));
        var lessons = new ArrayList<Lesson>();
        for (String language : candidates) {
            var own =
                    tickets.stream().filter(t -> t.language().equals(language)).toList();
            lesson(Target.TYPE, language, own, t -> t.type()).ifPresent(lessons::add);
            lesson(Target.PRIORITY, language, own, t -> text(t.priority())).ifPresent(lessons::add);
            lesson(Target.GROUP, language, own, t -> text(t.groupId())).ifPresent(lessons::add);
            topicLesson(language, candidates, own, topics).ifPresent(lessons::add);
            for (String tag : mostUsed(own)) {
                lesson(Target.TAG + tag, language, own, t -> t.tags().contains(tag) ? Target.YES : Target.NO)
                        .ifPresent(lessons::add);
            }
        }
        return lessons;
    }

    private static String text(Number number) {
        return number == null ? null : number.toString();
    }

    private static List<String> mostUsed(List<Taught> tickets) {
        var counts = new HashMap<String, Integer>();
        tickets.forEach(t -> t.ticket().tags().forEach(tag -> counts.merge(tag, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(e -> e.getValue() >= FEWEST_OF_A_CLASS)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TAGS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<Lesson> lesson(
            String target, String language, List<Taught> tickets, Function<ClassifierStore.Past, String> label) {
        var examples = tickets.stream()
                .filter(t -> label.apply(t.ticket()) != null)
                .map(t -> new Example(t.gist(), t.vector(), label.apply(t.ticket())))
                .toList();
        Map<String, Long> counts =
                examples.stream().collect(Collectors.groupingBy(Example::label, Collectors.counting()));
        var classes = counts.entrySet().stream()
                .filter(e -> e.getValue() >= FEWEST_OF_A_CLASS)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CLASSES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var kept = examples.stream().filter(e -> classes.contains(e.label())).toList();
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        if (classes.size() < 2 || kept.size() < FEWEST_EXAMPLES || most > NEARLY_ALL * examples.size()) {
            return Optional.empty();
        }
        return Optional.of(new Lesson(target, language, modelId(language), kept));
    }

    /** A topic may begin with a description alone; tickets that agents have put under it are added. */
    private Optional<Lesson> topicLesson(
            String language, List<String> candidates, List<Taught> tickets, List<Topic> topics) {
        var texts = new ArrayList<String>();
        var labels = new ArrayList<String>();
        for (var topic : topics) {
            var said = new ArrayList<String>(topic.examples());
            said.add((topic.name() + "\n" + topic.description()).strip());
            for (String text : said) {
                if (!languages.of(text, candidates).value().equals(language)) continue;
                texts.add(Message.gist(null, text));
                labels.add(topic.name());
            }
        }
        var vectors = vectors(language, texts);
        var examples = new ArrayList<Example>();
        for (int i = 0; i < texts.size(); i++) examples.add(new Example(texts.get(i), vectors.get(i), labels.get(i)));
        var names = topics.stream().collect(Collectors.toMap(Topic::id, Topic::name));
        for (var t : tickets) {
            String name = names.get(t.ticket().topicId());
            if (name != null) examples.add(new Example(t.gist(), t.vector(), name));
        }
        boolean several = examples.stream().map(Example::label).distinct().count() > 1;
        return several
                ? Optional.of(new Lesson(Target.TOPIC, language, modelId(language), examples))
                : Optional.empty();
    }

    private String modelId(String language) {
        return models.forLanguage(language).map(EmbeddingModel::id).orElse(null);
    }

    /** Nulls where no model serves the language. */
    private List<float[]> vectors(String language, List<String> texts) {
        return models.forLanguage(language)
                .map(model -> model.passages(texts))
                .orElseGet(() -> new ArrayList<>(Collections.nCopies(texts.size(), null)));
    }

    /** The tickets with their vectors; those that have none of the model of now get one, which is kept. */
    private List<Taught> taught(long accountId, List<String> candidates) {
        var all = new ArrayList<Taught>();
        var fresh = new ArrayList<Taught>();
        for (var ticket : past(accountId)) {
            String gist = Message.gist(ticket.subject(), said(accountId, ticket));
            String language = ticket.language() != null && candidates.contains(ticket.language())
                    ? ticket.language()
                    : languages.of(gist, candidates).value();
            String model = modelId(language);
            boolean isNew = !language.equals(ticket.language()) || model != null && !model.equals(ticket.model());
            float[] vector = isNew || ticket.vector() == null ? null : Neighbours.unpacked(ticket.vector());
            var taught = new Taught(ticket, gist, language, vector);
            (isNew ? fresh : all).add(taught);
        }
        for (String language : candidates) {
            var own = fresh.stream().filter(t -> t.language().equals(language)).toList();
            for (int from = 0; from < own.size(); from += AT_ONCE) {
                all.addAll(embedded(accountId, language, own.subList(from, Math.min(own.size(), from + AT_ONCE))));
            }
        }
        all.sort(Comparator.comparing((Taught t) -> t.ticket().id()).reversed());
        return all;
    }

    private static String said(long accountId, ClassifierStore.Past ticket) {
        return new Message(accountId, ticket.id(), 0, ticket.subject(), ticket.text(), null, null).said();
    }

    private List<ClassifierStore.Past> past(long accountId) {
        return database.write(h -> {
            try (var rows = h.attach(ClassifierStore.class).past(accountId, TICKETS)) {
                var list = new ArrayList<ClassifierStore.Past>();
                rows.forEachRemaining(list::add);
                return list;
            }
        });
    }

    private List<Taught> embedded(long accountId, String language, List<Taught> tickets) {
        var vectors = vectors(language, tickets.stream().map(Taught::gist).toList());
        var all = new ArrayList<Taught>();
        for (int i = 0; i < tickets.size(); i++) {
            var t = tickets.get(i);
            all.add(new Taught(t.ticket(), t.gist(), language, vectors.get(i)));
        }
        String model = modelId(language);
        database.run(h -> {
            var store = h.attach(InsightStore.class);
            for (var t : all) {
                byte[] packed = t.vector() == null ? null : Neighbours.packed(t.vector());
                store.keepVector(accountId, t.ticket().id(), language, model, packed, clock.instant());
            }
        });
        return all;
    }
}
