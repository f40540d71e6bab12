package dev.hilo.pages;

import dev.hilo.accounts.Caller;
import dev.hilo.api.Patch;
import dev.hilo.api.Ticket;
import dev.hilo.api.UpdateTicket;
import dev.hilo.errors.Refusal;
import dev.hilo.tickets.Tickets;
import dev.hilo.web.Address;
import dev.hilo.web.IfMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/** What agents do to tickets with a click or a key, and how it is taken back. */
public final class Changes {

    /**
     * What is to be changed; what is null stays.
     *
     * @param responder an agent's id, {@code none} or {@code me}
     * @param group a group's id or {@code none}
     * @param tags the whole list, separated by commas
     * @param addTags added to those that are there
     */
    public record Wanted(
            Integer status,
            Integer priority,
            String responder,
            String group,
            String type,
            String tags,
            String addTags,
            String subject) {}

    /** @param undo how to take it back; null when nothing was changed */
    public record Done(List<Long> changed, int refused, String undo) {}

    private final Tickets tickets;
    private final Undo undo;

    public Changes(Tickets tickets, Undo undo) {
        this.tickets = tickets;
        this.undo = undo;
    }

    /** Changes each by itself; those that may not be changed, or are gone, are counted. */
    Done change(Caller caller, Address address, List<Long> ids, Wanted wanted) {
        var changed = new ArrayList<Long>();
        var back = new ArrayList<Runnable>();
        int refused = 0;
        for (long id : new LinkedHashSet<>(ids)) {
            try {
                var before = tickets.view(caller, address, id);
                tickets.update(caller, address, id, update(caller, before, wanted), IfMatch.ANY);
                back.add(() -> tickets.update(caller, address, id, back(before, wanted), IfMatch.ANY));
                changed.add(id);
            } catch (Refusal.NotFound | Refusal.MethodNotAllowed gone) {
                refused++;
            } catch (Refusal refusal) {
                if (ids.size() == 1) throw refusal;
                refused++;
            }
        }
        return new Done(
                changed, refused, changed.isEmpty() ? null : undo.keep(caller, () -> back.forEach(Runnable::run)));
    }

    private static UpdateTicket update(Caller caller, Ticket before, Wanted wanted) {
        return update(
                patch(wanted.status),
                patch(wanted.priority),
                id(caller, wanted.responder),
                id(caller, wanted.group),
                patch(wanted.type).map(type -> type.equals("none") ? null : type),
                tags(before, wanted),
                patch(wanted.subject));
    }

    private static Patch<List<String>> tags(Ticket before, Wanted wanted) {
        if (wanted.tags != null) return Patch.of(split(wanted.tags));
        if (wanted.addTags == null) return Patch.absent();
        var all = new LinkedHashSet<>(before.tags());
        all.addAll(split(wanted.addTags));
        return Patch.of(List.copyOf(all));
    }

    private static UpdateTicket back(Ticket before, Wanted wanted) {
        return update(
                wanted.status == null ? Patch.absent() : Patch.of(before.status()),
                wanted.priority == null ? Patch.absent() : Patch.of(before.priority()),
                wanted.responder == null ? Patch.absent() : Patch.of(before.responderId()),
                wanted.group == null ? Patch.absent() : Patch.of(before.groupId()),
                wanted.type == null ? Patch.absent() : Patch.of(before.type()),
                wanted.tags == null && wanted.addTags == null ? Patch.absent() : Patch.of(before.tags()),
                wanted.subject == null ? Patch.absent() : Patch.of(before.subject()));
    }

    private static <T> Patch<T> patch(T value) {
        return value == null ? Patch.absent() : Patch.of(value);
    }

    private static Patch<Long> id(Caller caller, String text) {
        if (text == null) return Patch.absent();
        if (text.equals("none")) return Patch.of(null);
        if (text.equals("me")) return Patch.of(caller.agentId());
        if (!text.matches("\\d{1,18}")) throw new Refusal.NotFound();
        return Patch.of(Long.valueOf(text));
    }

    private static List<String> split(String tags) {
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    static UpdateTicket status(int status) {
        return update(
                Patch.of(status),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent());
    }

    private static UpdateTicket update(
            Patch<Integer> status,
            Patch<Integer> priority,
            Patch<Long> responder,
            Patch<Long> group,
            Patch<String> type,
            Patch<List<String>> tags,
            Patch<String> subject) {
        return new UpdateTicket(
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                subject,
                Patch.absent(),
                Patch.absent(),
                status,
                priority,
                Patch.absent(),
                type,
                responder,
                group,
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                tags,
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                null,
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                null);
    }
}
