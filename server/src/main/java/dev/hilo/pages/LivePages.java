package dev.hilo.pages;

import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /live}: what the open page listens to. */
public final class LivePages {

    private final Live live;

    public LivePages(Live live) {
        this.live = live;
    }

    public Answer follow(Call call) {
        return live.follow(call.account().accountId());
    }
}
