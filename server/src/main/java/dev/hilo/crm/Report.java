package dev.hilo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run did, or would do. */
public final class Report {

    /** What becomes of a record. */
    public enum Fate {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** Deleted there: it is left alone. */
        GONE,
        REFUSED
    }

    /** @param key what it is found by there @param properties what is written */
    public record Sample(String kind, long id, String key, String action, Map<String, String> properties) {}

    /** @param why in the words of the CRM */
    public record Refusal(String kind, long id, String why) {}

    private static final int MOST = 20;

    private final boolean isDry;
    private final Map<Crm.Kind, Map<Fate, Integer>> counts = new EnumMap<>(Crm.Kind.class);
    private final List<Sample> samples = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private Crm.Home home;
    private int calls;

    Report(boolean isDry) {
        this.isDry = isDry;
        for (var kind : Crm.Kind.values()) counts.put(kind, new EnumMap<>(Fate.class));
    }

    void count(Crm.Kind kind, Fate fate) {
        counts.get(kind).merge(fate, 1, Integer::sum);
    }

    void show(Crm.Kind kind, long id, String key, Fate fate, Map<String, String> properties) {
        if (isDry && samples.size() < MOST) samples.add(new Sample(name(kind), id, key, name(fate), properties));
    }

    void refuse(Crm.Kind kind, long id, String why) {
        count(kind, Fate.REFUSED);
        if (refused.size() < MOST) refused.add(new Refusal(name(kind), id, why));
    }

    void asked(Crm.Home home) {
        this.home = home;
    }

    void called(int calls) {
        this.calls = calls;
    }

    public boolean isDry() {
        return isDry;
    }

    public Crm.Home home() {
        return home;
    }

    public int calls() {
        return calls;
    }

    public int count(String kind, Fate fate) {
        return counts.get(Crm.Kind.valueOf(kind.toUpperCase(Locale.ROOT))).getOrDefault(fate, 0);
    }

    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    public List<Refusal> refused() {
        return List.copyOf(refused);
    }

    JsonNode json() {
        var json = Json.MAPPER.createObjectNode();
        json.put("dry_run", isDry).put("calls", calls);
        for (var kind : Crm.Kind.values()) {
            var part = json.putObject(
                    switch (kind) {
                        case COMPANY -> "companies";
                        case CONTACT -> "contacts";
                        case TICKET -> "notes";
                    });
            for (var fate : Fate.values()) part.put(name(fate), counts.get(kind).getOrDefault(fate, 0));
        }
        json.set("refused", Json.MAPPER.valueToTree(refused));
        json.set("samples", Json.MAPPER.valueToTree(samples));
        return json;
    }

    private static String name(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
