package dev.hilo.pages;

import dev.hilo.sessions.Session;
import dev.hilo.sessions.Sessions;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.List;

/** {@code /profile}: where the caller is logged in, and how pages look. */
public final class ProfilePages {

    /** @param current the log-in that is looking */
    public record ProfilePage(List<Session> sessions, long current) {}

    private final Sessions sessions;
    private final Pages pages;

    public ProfilePages(Sessions sessions, Pages pages) {
        this.sessions = sessions;
        this.pages = pages;
    }

    public Answer profile(Call call) {
        var page = new ProfilePage(sessions.list(call.caller()), call.visitor().sessionId());
        return pages.page(call, "profile", "profile", "profile.title", page);
    }

    public Answer endSession(Call call) {
        sessions.end(call.caller(), call.id());
        return new Answer.Redirect("/profile");
    }

    public Answer endOthers(Call call) {
        sessions.endOthers(call.caller(), call.visitor().sessionId());
        return new Answer.Redirect("/profile");
    }
}
