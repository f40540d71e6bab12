package dev.hilo.crm;

import dev.hilo.answers.draft.TicketSoFar;
import dev.hilo.answers.draft.TicketSoFar.From;
import dev.hilo.answers.draft.TicketSoFar.Message;
import dev.hilo.answers.summary.Digest;
import dev.hilo.answers.text.Tongue;
import dev.hilo.crm.SourceStore.Said;
import dev.hilo.crm.SourceStore.Talk;
import dev.hilo.html.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tickets as notes: a head with the way back, and what was said in short. What agents say among themselves stays here. */
final class Talks {

    /** Of a ticket that an agent began: the description is the team's. */
    private static final int OUTBOUND = 10;

    private static final int LONGEST = 8_000;
    private static final int LONGEST_SUMMARY = 10_000;

    private Talks() {}

    /** @param link where a person sees the ticket @param said newest first */
    static String html(long accountId, Talk talk, String link, List<Said> said) {
        String summary =
                talk.summary() != null && !talk.summary().isBlank() ? talk.summary() : digest(accountId, talk, said);
        var html = new StringBuilder("<p><strong><a href=\"")
                .append(Html.escape(link))
                .append("\">#")
                .append(talk.id())
                .append(' ')
                .append(Html.escape(Objects.requireNonNullElse(talk.subject(), "")))
                .append("</a></strong>");
        if (talk.statusName() != null) html.append(" · ").append(Html.escape(talk.statusName()));
        html.append("</p>");
        cut(summary, LONGEST_SUMMARY)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> html.append("<p>").append(Html.escape(line)).append("</p>"));
        return html.toString();
    }

    private static String digest(long accountId, Talk talk, List<Said> said) {
        var messages = new ArrayList<Message>();
        messages.add(new Message(
                talk.source() == OUTBOUND ? From.TEAM : From.CUSTOMER, text(talk.description()), talk.createdAt()));
        for (var one : said.reversed()) {
            messages.add(new Message(one.incoming() ? From.CUSTOMER : From.TEAM, text(one.body()), one.createdAt()));
        }
        String language = language(talk, messages);
        var ticket = new TicketSoFar(
                accountId,
                talk.id(),
                talk.subject(),
                language,
                List.copyOf(messages),
                talk.requester(),
                List.of(),
                null);
        return Digest.of(ticket, language, null).text();
    }

    private static String language(Talk talk, List<Message> messages) {
        String otherwise = talk.language() == null ? "en" : cut(talk.language(), 2);
        var written = new StringBuilder(Objects.requireNonNullElse(talk.subject(), ""));
        messages.stream()
                .filter(m -> m.from() == From.CUSTOMER)
                .forEach(m -> written.append('\n').append(m.text()));
        return Tongue.of(written.toString(), otherwise);
    }

    private static String text(String html) {
        return cut(Html.toText(html), LONGEST).strip();
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
