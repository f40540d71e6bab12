package dev.hilo.answers;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Secrets;
import dev.hilo.answers.draft.Configuration;
import dev.hilo.answers.draft.Drafts;
import dev.hilo.answers.draft.DraftsApi;
import dev.hilo.answers.draft.Passages;
import dev.hilo.answers.draft.Similarity;
import dev.hilo.answers.language.Endpoints;
import dev.hilo.answers.language.EndpointsApi;
import dev.hilo.answers.language.LanguageModels;
import dev.hilo.answers.voice.VoiceApi;
import dev.hilo.answers.voice.Voices;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import java.time.Clock;

/** The parts that answer, wired. */
public final class Answers {

    private final Passages passages;
    private final Similarity similarity;
    private final LanguageModels models;
    private final EndpointsApi modelApi;
    private final Voices voices;
    private final VoiceApi voiceApi;

    private final Drafts drafts;
    private final DraftsApi draftsApi;

    public Answers(
            Database database,
            Secrets secrets,
            Accounts accounts,
            Conversations conversations,
            boolean privateAddresses,
            Clock clock) {
        models = new LanguageModels(database, secrets, accounts, privateAddresses, clock);
        modelApi = new EndpointsApi(new Endpoints(database, secrets, models, clock));
        voices = new Voices(database, accounts, clock);
        voiceApi = new VoiceApi(voices);
        passages = new LibraryPassages(database);
        similarity = Similarity.NONE;
        drafts = new Drafts(database, passages, similarity, models, voices, conversations, clock);
        draftsApi = new DraftsApi(drafts);
    }

    public Passages passages() {
        return passages;
    }

    public Similarity similarity() {
        return similarity;
    }

    /** What a simulation decides with: every draft counts with its confidence, and nothing is paid for. */
    public Configuration withoutModelOrGate(Account account, String language) {
        var voice = voices.of(account.accountId(), language);
        return new Configuration(
                account.name(), account.name(), voice, 0, Passages.Audience.CUSTOMERS, null, similarity);
    }

    public LanguageModels models() {
        return models;
    }

    public EndpointsApi modelApi() {
        return modelApi;
    }

    public Voices voices() {
        return voices;
    }

    public VoiceApi voiceApi() {
        return voiceApi;
    }

    public Drafts drafts() {
        return drafts;
    }

    public DraftsApi draftsApi() {
        return draftsApi;
    }
}
