package dev.hilo.answers.voice;

import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.Patch;
import dev.hilo.api.Required;
import dev.hilo.api.UpdateVoice;
import dev.hilo.api.VoiceView;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** {@code /ai/voice}: how the team writes, in the AI's settings. */
public final class VoicePages {

    /** @param wordsUsed one a line, as those that are avoided */
    public record Wanted(
            @Required @Bounds(5) String language,
            @Bounds(200) String greeting,
            @Bounds(500) String signOff,

            @Among({"tu", "usted", "formal", "casual", "neutral"}) @Required
            String formality,

            @Required Integer sentenceWords,
            @Bounds(6000) String wordsUsed,
            @Bounds(6000) String wordsAvoided) {}

    public record Language(@Required @Bounds(5) String language) {}

    private final Voices voices;

    public VoicePages(Voices voices) {
        this.voices = voices;
    }

    /** What was changed is kept as changed; the rest goes on being measured. */
    public Answer save(Call call) {
        var asked = call.body(Wanted.class);
        var shown = voices.list(call.caller()).stream()
                .filter(v -> v.language().equals(asked.language()))
                .findFirst()
                .orElseGet(() -> usual(asked.language()));
        voices.edit(
                call.caller(),
                new UpdateVoice(
                        asked.language(),
                        changed(text(asked.greeting()), shown.greeting()),
                        changed(text(asked.signOff()), shown.signOff()),
                        changed(asked.formality(), shown.formality()),
                        changed(asked.sentenceWords(), shown.sentenceWords()),
                        changed(lines(asked.wordsUsed()), shown.wordsUsed()),
                        changed(lines(asked.wordsAvoided()), shown.wordsAvoided())));
        return new Answer.Redirect("/ai");
    }

    private static VoiceView usual(String language) {
        var v = Voice.usual(language);
        return new VoiceView(
                language,
                0,
                v.greeting(),
                v.signOff(),
                v.formality(),
                v.sentenceWords(),
                v.wordsUsed(),
                v.wordsAvoided(),
                List.of(),
                null,
                null);
    }

    private static <T> Patch<T> changed(T asked, T shown) {
        return Objects.equals(asked, shown) ? Patch.absent() : Patch.of(asked);
    }

    /** Forms end lines with carriage returns. */
    private static String text(String typed) {
        return typed == null ? "" : typed.replace("\r", "").strip();
    }

    private static List<String> lines(String typed) {
        return Arrays.stream(text(typed).split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** Back to what was measured. */
    public Answer reset(Call call) {
        String language = call.body(Language.class).language();
        voices.edit(
                call.caller(),
                new UpdateVoice(
                        language,
                        Patch.of(null),
                        Patch.of(null),
                        Patch.of(null),
                        Patch.of(null),
                        Patch.of(null),
                        Patch.of(null)));
        return new Answer.Redirect("/ai");
    }

    public Answer measure(Call call) {
        voices.measure(call.caller());
        return new Answer.Redirect("/ai");
    }
}
