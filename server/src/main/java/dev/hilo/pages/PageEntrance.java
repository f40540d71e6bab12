package dev.hilo.pages;

import dev.hilo.accounts.Account;
import dev.hilo.sessions.Sessions;
import dev.hilo.web.Entrance;
import dev.hilo.web.Visitor;
import java.util.Optional;

/** Lets people in by their cookie, and tells them why not in their language. */
public final class PageEntrance implements Entrance {

    /** @param explanation what happened, what is safe, what to do */
    public record Refused(int status, String headline, String explanation) {}

    private final Sessions sessions;
    private final Views views;

    public PageEntrance(Sessions sessions, Views views) {
        this.sessions = sessions;
        this.views = views;
    }

    @Override
    public Optional<Visitor> visitor(Account account, String cookie) {
        return sessions.visitor(account, cookie);
    }

    @Override
    public String refusal(Account account, Visitor visitor, int status, String accepted) {
        var reader = new Views.Reader(account, visitor, null, null, null, accepted);
        var phrases = reader.phrases();
        var refused = new Refused(
                status,
                phrases.text("error.%s".formatted(kind(status))),
                phrases.text("error.%s.why".formatted(kind(status))));
        return views.render("refused", views.frame(reader, "", refused.headline), refused);
    }

    @Override
    public String sentence(Account account, Visitor visitor, int status, String accepted, String reason) {
        var phrases = new Views.Reader(account, visitor, null, null, null, accepted).phrases();
        String headline = phrases.text("error.%s".formatted(kind(status)));
        return reason.isEmpty() || status == 403 || status >= 500 ? headline : headline + " " + reason;
    }

    private static String kind(int status) {
        return switch (status) {
            case 403 -> "forbidden";
            case 404 -> "missing";
            case 409, 412 -> "changed";
            case 413 -> "large";
            case 429 -> "many";
            case 500 -> "bug";
            default -> status < 500 ? "invalid" : "bug";
        };
    }
}
