package dev.hilo.answers.voice;

import dev.hilo.api.UpdateVoice;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/hilo/v1/ai/voice} */
public final class VoiceApi {

    private final Voices voices;

    public VoiceApi(Voices voices) {
        this.voices = voices;
    }

    public Answer list(Call call) {
        return Answer.ok(voices.list(call.caller()));
    }

    public Answer edit(Call call) {
        return Answer.ok(voices.edit(call.caller(), call.body(UpdateVoice.class)));
    }

    public Answer measure(Call call) {
        return Answer.ok(voices.measure(call.caller()));
    }
}
