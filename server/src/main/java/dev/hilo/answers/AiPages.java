package dev.hilo.answers;

import dev.hilo.answers.acting.ActionCards;
import dev.hilo.answers.acting.Oversight;
import dev.hilo.answers.language.Endpoints;
import dev.hilo.answers.voice.Voices;
import dev.hilo.api.AiAction;
import dev.hilo.api.AiSettings;
import dev.hilo.api.AiSettings.AiTopic;
import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.LanguageModelView;
import dev.hilo.api.Patch;
import dev.hilo.api.Required;
import dev.hilo.api.UpdateAiSettings;
import dev.hilo.api.VoiceView;
import dev.hilo.pages.Desk;
import dev.hilo.pages.Frame;
import dev.hilo.pages.Pages;
import dev.hilo.pages.StoryItem;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import dev.hilo.web.Paging;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code /ai}: what Hilo may do by itself, with which model, in which voice, and what it did. */
public final class AiPages {

    public static final List<String> MODES = List.of("off", "insight", "note", "composer", "delayed", "reply");

    /**
     * @param excluded customers by their addresses
     * @param model null where there is none
     * @param recent the newest first
     */
    public record AiPage(
            AiSettings settings,
            List<String> excluded,
            LanguageModelView model,
            List<VoiceView> voices,
            Desk.Choices desk,
            List<AiAction> recent) {

        public long gate() {
            return percent(settings.gate());
        }

        public static long percent(Number share) {
            return Math.round(share.doubleValue() * 100);
        }

        /** A share of the day's cap, 0 to 100. */
        public long spentOfCap() {
            var cap = model.capPerDay();
            if (cap == null || cap.signum() == 0) return 100;
            return Math.clamp(percent(model.today().spent().doubleValue() / cap.doubleValue()), 0, 100);
        }
    }

    public record Recent(List<AiAction> recent) {}

    public record Switch(@Required Boolean active) {}

    /** @param gate in hundredths @param excludedContacts a line each, as tags and words */
    public record Behaviour(
            @Among({"off", "insight", "note", "composer", "delayed", "reply"}) @Required
            String mode,

            @Required Integer gate,
            Long agentId,
            @Required Integer delaySeconds,
            Boolean hoursOnly,
            @Required Integer mostPerHour,
            @Bounds(20_000) String excludedContacts,
            @Bounds(20_000) String excludedTags,
            @Bounds(20_000) String excludedWords,
            @Bounds(32) String handoverTag,
            Long handoverGroupId) {}

    /** @param gate in hundredths; the account's where it is left out */
    public record TopicRule(
            @Required @Bounds(100) String topic,

            @Among({"off", "insight", "note", "composer", "delayed", "reply"}) @Required
            String mode,

            Integer gate) {}

    public record TopicName(@Required String topic) {}

    private static final Paging NEWEST = new Paging(1, 15);

    private final Oversight oversight;
    private final Endpoints endpoints;
    private final Voices voices;
    private final ActionCards cards;
    private final Desk desk;
    private final Pages pages;

    public AiPages(Oversight oversight, Endpoints endpoints, Voices voices, ActionCards cards, Desk desk, Pages pages) {
        this.oversight = oversight;
        this.cards = cards;
        this.endpoints = endpoints;
        this.voices = voices;
        this.desk = desk;
        this.pages = pages;
    }

    public Answer settings(Call call) {
        var caller = call.caller();
        var page = new AiPage(
                oversight.settings(caller),
                oversight.excluded(caller),
                endpoints.find(caller).orElse(null),
                voices.list(caller),
                desk.of(caller.accountId()),
                oversight.list(caller, null, NEWEST).items());
        return pages.page(call, "answers/settings", "ai", "ai.title", page);
    }

    public Answer recent(Call call) {
        var recent = oversight.list(call.caller(), null, NEWEST).items();
        return pages.part(call, "answers/recent", new Recent(recent));
    }

    /** The one for everything; what waits to be sent is not, once it is off. */
    public Answer turn(Call call) {
        if (call.body(Switch.class).active()) oversight.save(call.caller(), only(Patch.of(true), Patch.absent()));
        else oversight.stopEverything(call.caller());
        return shown();
    }

    private static Answer shown() {
        return new Answer.Redirect("/ai");
    }

    private static UpdateAiSettings only(Patch<Boolean> active, Patch<List<AiTopic>> topics) {
        return new UpdateAiSettings(
                active,
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                topics);
    }

    public Answer save(Call call) {
        var asked = call.body(Behaviour.class);
        var excluded = oversight.contacts(call.caller(), lines(asked.excludedContacts()));
        oversight.save(
                call.caller(),
                new UpdateAiSettings(
                        Patch.absent(),
                        Patch.of(asked.mode()),
                        Patch.of(asked.agentId()),
                        Patch.of(share(asked.gate())),
                        Patch.of(asked.delaySeconds()),
                        Patch.of(asked.hoursOnly() != null && asked.hoursOnly()),
                        Patch.of(excluded),
                        Patch.of(lines(asked.excludedTags())),
                        Patch.of(lines(asked.excludedWords())),
                        Patch.of(asked.mostPerHour()),
                        Patch.of(asked.handoverTag()),
                        Patch.of(asked.handoverGroupId()),
                        Patch.absent()));
        return shown();
    }

    private static BigDecimal share(Integer hundredths) {
        return hundredths == null ? null : BigDecimal.valueOf(hundredths).movePointLeft(2);
    }

    private static List<String> lines(String text) {
        if (text == null) return List.of();
        return Arrays.stream(text.split("[\\r\\n,;]+"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** Adds what holds for a topic, or changes it. */
    public Answer putTopic(Call call) {
        var asked = call.body(TopicRule.class);
        String name = asked.topic().strip();
        var topics = without(call, name);
        topics.add(new AiTopic(name, asked.mode(), share(asked.gate()), null));
        oversight.save(call.caller(), only(Patch.absent(), Patch.of(topics)));
        return shown();
    }

    public Answer dropTopic(Call call) {
        var topics = without(call, call.body(TopicName.class).topic());
        oversight.save(call.caller(), only(Patch.absent(), Patch.of(topics)));
        return shown();
    }

    private List<AiTopic> without(Call call, String name) {
        var topics = new ArrayList<>(oversight.settings(call.caller()).topics());
        topics.removeIf(topic -> topic.topic().equalsIgnoreCase(name));
        return topics;
    }

    public Answer undo(Call call) {
        var done = oversight.undo(call.caller(), call.id());
        return pages.partSaid(
                call, "answers/card", shown(call), done.state().equals("STOPPED") ? "ai.stopped" : "ai.undone");
    }

    /** The reasons of an action, as the ticket's page shows them. */
    public Answer card(Call call) {
        return pages.part(call, "answers/card", shown(call));
    }

    private StoryItem.Card shown(Call call) {
        return cards.require(call.caller(), pages.frame(call).phrases(), call.id());
    }

    /** The first reason of an action, for the list. */
    public static String why(Frame frame, AiAction action) {
        var stopped = action.card().path("stopped");
        if (stopped.isTextual()) return Reasons.say(frame.phrases(), stopped.asText());
        var first = action.card().path("why").path(0);
        return first.isTextual() ? Reasons.say(frame.phrases(), first.asText()) : "";
    }

    /** Whether there is anything to take back or to stop. */
    public static boolean canUndo(AiAction action) {
        if (action.state().equals("WAITING")) return true;
        return action.state().equals("DONE")
                && !action.did().equals("NOTHING")
                && !action.did().equals("REPLY");
    }
}
