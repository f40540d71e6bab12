package dev.hilo.answers.language;

import dev.hilo.answers.language.Endpoints.Trial;
import dev.hilo.api.Among;
import dev.hilo.api.Bounds;
import dev.hilo.api.Patch;
import dev.hilo.api.Required;
import dev.hilo.api.UpdateLanguageModel;
import dev.hilo.pages.Pages;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.math.BigDecimal;

/** {@code /ai/model}: the part of the AI's settings that tells where the language model is. */
public final class ModelPages {

    /** @param key as typed just now; one that is kept stays where nothing was @param forgetKey takes it away */
    public record Wanted(
            @Among({"openai", "anthropic", "ollama"}) @Required
            String provider,

            @Required @Bounds(500) String address,
            @Required @Bounds(200) String model,
            @Bounds(1000) String key,
            Boolean forgetKey,
            Boolean jsonMode,
            @Required Integer timeoutSeconds,
            @Required Integer mostTokens,
            BigDecimal priceIn,
            BigDecimal priceOut,
            BigDecimal capPerDay,
            Boolean active) {}

    private final Endpoints endpoints;
    private final Pages pages;

    public ModelPages(Endpoints endpoints, Pages pages) {
        this.endpoints = endpoints;
        this.pages = pages;
    }

    public Answer save(Call call) {
        var asked = call.body(Wanted.class);
        endpoints.save(
                call.caller(),
                new UpdateLanguageModel(
                        Patch.of(asked.provider()),
                        Patch.of(asked.address().strip()),
                        Patch.of(asked.model().strip()),
                        key(asked),
                        Patch.of(asked.jsonMode() != null && asked.jsonMode()),
                        Patch.of(asked.timeoutSeconds()),
                        Patch.of(asked.mostTokens()),
                        Patch.of(orNothing(asked.priceIn())),
                        Patch.of(orNothing(asked.priceOut())),
                        Patch.of(asked.capPerDay()),
                        Patch.of(asked.active() != null && asked.active())));
        return new Answer.Redirect("/ai");
    }

    private static Patch<String> key(Wanted asked) {
        if (asked.key() != null && !asked.key().isBlank()) return Patch.of(asked.key());
        return asked.forgetKey() != null && asked.forgetKey() ? Patch.of(null) : Patch.absent();
    }

    private static BigDecimal orNothing(BigDecimal price) {
        return price == null ? BigDecimal.ZERO : price;
    }

    public Answer delete(Call call) {
        endpoints.delete(call.caller());
        return new Answer.Redirect("/ai");
    }

    /** Calls it once. */
    public Answer test(Call call) {
        Trial trial = endpoints.test(call.caller());
        return pages.part(call, "answers/trial", trial);
    }
}
