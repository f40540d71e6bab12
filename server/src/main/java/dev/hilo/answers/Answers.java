package dev.hilo.answers;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Callers;
import dev.hilo.accounts.Secrets;
import dev.hilo.answers.acting.Asked;
import dev.hilo.answers.acting.Colleague;
import dev.hilo.answers.acting.Deeds;
import dev.hilo.answers.acting.Followed;
import dev.hilo.answers.acting.Oversight;
import dev.hilo.answers.acting.OversightApi;
import dev.hilo.answers.acting.Topics;
import dev.hilo.answers.acting.Turn;
import dev.hilo.answers.draft.Configuration;
import dev.hilo.answers.draft.Drafts;
import dev.hilo.answers.draft.DraftsApi;
import dev.hilo.answers.draft.Passages;
import dev.hilo.answers.draft.Similarity;
import dev.hilo.answers.draft.TicketReader;
import dev.hilo.answers.language.Endpoints;
import dev.hilo.answers.language.EndpointsApi;
import dev.hilo.answers.language.LanguageModels;
import dev.hilo.answers.mcp.McpApi;
import dev.hilo.answers.mcp.Tools;
import dev.hilo.answers.similar.SimilarTickets;
import dev.hilo.answers.similar.SimilarTicketsApi;
import dev.hilo.answers.summary.Digests;
import dev.hilo.answers.summary.DigestsApi;
import dev.hilo.answers.voice.VoiceApi;
import dev.hilo.answers.voice.Voices;
import dev.hilo.calendars.Calendars;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.events.Follower;
import dev.hilo.insight.Insight;
import dev.hilo.models.Models;
import dev.hilo.timeline.Timeline;
import java.time.Clock;
import java.util.List;

/** The parts that answer, wired. */
public final class Answers {

    private final Passages passages;
    private final Similarity similarity;
    private final LanguageModels models;
    private final Endpoints endpoints;
    private final EndpointsApi modelApi;
    private final Voices voices;
    private final VoiceApi voiceApi;

    private final Drafts drafts;
    private final DraftsApi draftsApi;

    private final DigestsApi digestsApi;
    private final Colleague colleague;
    private final Follower follower;
    private final Oversight oversight;
    private final OversightApi oversightApi;
    private final SimilarTicketsApi similarApi;
    private final McpApi mcpApi;

    public Answers(
            Database database,
            Secrets secrets,
            Accounts accounts,
            Callers callers,
            Calendars calendars,
            Conversations conversations,
            Timeline timeline,
            Passages passages,
            Models embeddings,
            Insight insight,
            boolean privateAddresses,
            Clock clock) {
        models = new LanguageModels(database, secrets, accounts, privateAddresses, clock);
        endpoints = new Endpoints(database, secrets, models, clock);
        modelApi = new EndpointsApi(endpoints);
        voices = new Voices(database, accounts, clock);
        voiceApi = new VoiceApi(voices);
        similarity = new Meaning(embeddings);
        this.passages = passages;
        drafts = new Drafts(database, passages, similarity, models, voices, conversations, clock);
        draftsApi = new DraftsApi(drafts);
        var tickets = new TicketReader(database);
        digestsApi = new DigestsApi(new Digests(tickets, models));
        var deeds = new Deeds(database, callers, conversations, drafts, clock);
        var asked = new Asked(callers, tickets, drafts, models, deeds, clock);
        var turn =
                new Turn(database, accounts, callers, calendars, tickets, drafts, topics(insight), deeds, asked, clock);
        colleague = new Colleague(database, accounts, turn, clock);
        follower = new Followed(clock).follower();
        var similar = new SimilarTickets(database, tickets, similarity);
        similarApi = new SimilarTicketsApi(similar);
        mcpApi = new McpApi(new Tools(drafts, similar, timeline, conversations));
        oversight = new Oversight(database, conversations, drafts, clock);
        oversightApi = new OversightApi(oversight);
    }

    /** Where the latest message seems to belong, as far as that was learnt. */
    private static Topics topics(Insight insight) {
        return (account, ticket) -> {
            var topic =
                    insight.read(account, ticket.subject(), ticket.question()).suggestion("topic");
            return topic == null || topic.value() == null ? List.of() : List.of(topic.value());
        };
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

    public Endpoints endpoints() {
        return endpoints;
    }

    public Oversight oversight() {
        return oversight;
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

    public DigestsApi digestsApi() {
        return digestsApi;
    }

    public Colleague colleague() {
        return colleague;
    }

    public Follower follower() {
        return follower;
    }

    public OversightApi oversightApi() {
        return oversightApi;
    }

    public SimilarTicketsApi similarApi() {
        return similarApi;
    }

    public McpApi mcpApi() {
        return mcpApi;
    }
}
