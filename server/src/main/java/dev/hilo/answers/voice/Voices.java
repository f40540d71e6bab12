package dev.hilo.answers.voice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Caller;
import dev.hilo.answers.text.Tongue;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.api.Patch;
import dev.hilo.api.UpdateVoice;
import dev.hilo.api.VoiceView;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How each account writes, per language. */
public final class Voices {

    private static final int READ = 1000;
    private static final int LONGEST_SENTENCE = 60;

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;

    public Voices(Database database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What is usual where nothing has been measured. */
    public Voice of(long accountId, String language) {
        return database.read(h -> h.attach(VoiceStore.class).find(accountId, language))
                .map(VoiceRow::voice)
                .orElseGet(() -> Voice.usual(language));
    }

    public List<VoiceView> list(Caller caller) {
        return database.read(h -> h.attach(VoiceStore.class).list(caller.accountId())).stream()
                .map(VoiceRow::view)
                .toList();
    }

    /** Reads the team's latest replies again; what people changed stays. */
    public List<VoiceView> measure(Caller caller) {
        measure(caller.accountId());
        return list(caller);
    }

    /** The same for every account. */
    public void measureAll() {
        accounts.list().forEach(account -> measure(account.accountId()));
    }

    private void measure(long accountId) {
        var sent = database.read(h -> h.attach(VoiceStore.class).sent(accountId, READ));
        Map<String, List<SentReply>> byLanguage = new TreeMap<>();
        for (var reply : sent) {
            String language = Tongue.of(String.join("\n", reply.lines()), "");
            if (!language.isEmpty())
                byLanguage.computeIfAbsent(language, k -> new ArrayList<>()).add(reply);
        }
        var now = clock.instant();
        database.run(h -> byLanguage.forEach((language, replies) -> h.attach(VoiceStore.class)
                .measured(
                        accountId,
                        language,
                        replies.size(),
                        Json.MAPPER.valueToTree(Measure.of(language, replies)),
                        now)));
    }

    public VoiceView edit(Caller caller, UpdateVoice asked) {
        check(asked);
        var now = clock.instant();
        return database.write(h -> {
            var store = h.attach(VoiceStore.class);
            var old = store.find(caller.accountId(), asked.language());
            var edited = old.map(row -> (ObjectNode) row.edited().deepCopy()).orElseGet(Json.MAPPER::createObjectNode);
            change(edited, "greeting", asked.greeting());
            change(edited, "sign_off", asked.signOff());
            change(edited, "formality", asked.formality());
            change(edited, "sentence_words", asked.sentenceWords());
            change(edited, "words_used", asked.wordsUsed());
            change(edited, "words_avoided", asked.wordsAvoided());
            store.edit(
                    caller.accountId(),
                    asked.language(),
                    Json.MAPPER.valueToTree(Voice.usual(asked.language())),
                    edited,
                    now);
            return store.find(caller.accountId(), asked.language())
                    .orElseThrow()
                    .view();
        });
    }

    private static void change(ObjectNode edited, String field, Patch<?> asked) {
        if (!asked.isPresent()) return;
        if (asked.value() == null) edited.remove(field);
        else edited.set(field, Json.MAPPER.valueToTree(asked.value()));
    }

    private static void check(UpdateVoice asked) {
        var problems = new Problems();
        problems.addIf(
                !asked.language().matches("[a-z]{2}(-[A-Z]{2})?"),
                FieldError.invalid("language", "It should be a language code, such as en or es"));
        problems.addIf(
                asked.sentenceWords().hasValue()
                        && (asked.sentenceWords().value() < 1
                                || asked.sentenceWords().value() > LONGEST_SENTENCE),
                FieldError.invalid("sentence_words", "It should be from 1 to " + LONGEST_SENTENCE));
        words(problems, "words_used", asked.wordsUsed());
        words(problems, "words_avoided", asked.wordsAvoided());
        problems.refuse();
    }

    private static void words(Problems problems, String field, Patch<List<String>> words) {
        problems.addIf(
                words.hasValue() && words.value().stream().anyMatch(w -> w.isBlank() || w.length() > 100),
                FieldError.invalid(field, "It should hold words or phrases of up to 100 characters"));
    }
}
