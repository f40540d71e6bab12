package dev.hilo.answers;

import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Secrets;
import dev.hilo.answers.language.Endpoints;
import dev.hilo.answers.language.EndpointsApi;
import dev.hilo.answers.language.LanguageModels;
import dev.hilo.answers.voice.VoiceApi;
import dev.hilo.answers.voice.Voices;
import dev.hilo.db.Database;
import java.time.Clock;

/** The parts that answer, wired. */
public final class Answers {

    private final LanguageModels models;
    private final EndpointsApi modelApi;
    private final Voices voices;
    private final VoiceApi voiceApi;

    public Answers(Database database, Secrets secrets, Accounts accounts, boolean privateAddresses, Clock clock) {
        models = new LanguageModels(database, secrets, accounts, privateAddresses, clock);
        modelApi = new EndpointsApi(new Endpoints(database, secrets, models, clock));
        voices = new Voices(database, accounts, clock);
        voiceApi = new VoiceApi(voices);
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
}
