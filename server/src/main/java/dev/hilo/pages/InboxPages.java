package dev.hilo.pages;

import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /inbox} */
public final class InboxPages {

    private final Pages pages;

    public InboxPages(Pages pages) {
        this.pages = pages;
    }

    public Answer inbox(Call call) {
        return pages.page(call, "inbox", "inbox", "inbox.title", "");
    }
}
