package dev.hilo.automations;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Privilege;
import dev.hilo.accounts.TicketScope;
import dev.hilo.conversations.RuleEntries;
import dev.hilo.errors.Refusal;
import dev.hilo.fields.Forms;
import dev.hilo.fields.Resource;
import dev.hilo.placeholders.Placeholders;
import dev.hilo.placeholders.Template;
import dev.hilo.placeholders.TicketPlaceholders;
import dev.hilo.tickets.Tickets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what rules say. Each action stands or not by itself; the fields of the ticket change together where they can. */
final class Actions {

    private static final Logger LOG = LoggerFactory.getLogger(Actions.class);

    /** What an action is done to. @param conversationId the entry that set the rule off, or null */
    record Scene(Account account, Rule rule, long ticketId, Long conversationId, Instant now) {
        long accountId() {
            return account.accountId();
        }

        RuleEntries.Author author() {
            return new RuleEntries.Author(accountId(), rule.id(), rule.type());
        }

        /** The rule as the verbs of tickets know callers: it sees every ticket and may do everything. */
        Caller caller() {
            return new Caller(
                    account, 0, "Automations", null, TicketScope.GLOBAL, List.of(), EnumSet.allOf(Privilege.class));
        }
    }

    private final Forms forms;
    private final Tickets tickets;
    private final RuleEntries entries;
    private final TicketPlaceholders placeholders;

    Actions(Forms forms, Tickets tickets, RuleEntries entries, TicketPlaceholders placeholders) {
        this.forms = forms;
        this.tickets = tickets;
        this.entries = entries;
        this.placeholders = placeholders;
    }

    List<Deed> run(Handle handle, Scene scene, List<Map<String, Object>> actions) {
        var deeds = new ArrayList<Deed>();
        var changes = actions.stream().filter(Actions::isChange).toList();
        deeds.addAll(change(handle, scene, changes));
        for (var action : actions) {
            if (!isChange(action)) deeds.add(attempt(handle, action, () -> act(handle, scene, action)));
        }
        return deeds;
    }

    private static boolean isChange(Map<String, Object> action) {
        return Changes.isOne(action.get("field_name").toString());
    }

    /** All at once; one by one when that is refused, so that one fault leaves the others be. */
    private List<Deed> change(Handle handle, Scene scene, List<Map<String, Object>> actions) {
        if (actions.isEmpty()) return List.of();
        var first = actions.getFirst();
        var together = attempt(handle, first, () -> apply(handle, scene, actions));
        if (together.isDone()) {
            return actions.stream().map(action -> deed(action, "done", null)).toList();
        }
        if (actions.size() == 1) return List.of(together);
        return actions.stream()
                .map(action -> attempt(handle, action, () -> apply(handle, scene, List.of(action))))
                .toList();
    }

    private String apply(Handle handle, Scene scene, List<Map<String, Object>> actions) {
        var ticket = require(handle, scene);
        var changes = new Changes(forms.custom(scene.accountId(), Resource.TICKET), ticket.tags());
        actions.forEach(changes::with);
        tickets.update(handle, scene.caller(), scene.ticketId, changes.asUpdate(), scene.now);
        return "done";
    }

    private static ActionStore.Target require(Handle handle, Scene scene) {
        return store(handle).lock(scene.accountId(), scene.ticketId).orElseThrow(Refusal.NotFound::new);
    }

    private static Deed deed(Map<String, Object> action, String outcome, String reason) {
        return new Deed(action.get("field_name").toString(), action.get("value"), outcome, reason);
    }

    private static Deed attempt(Handle handle, Map<String, Object> action, Supplier<String> work) {
        handle.savepoint("action");
        try {
            String outcome = work.get();
            handle.releaseSavepoint("action");
            return deed(action, outcome, null);
        } catch (Refusal refused) {
            handle.rollbackToSavepoint("action");
            return deed(action, "refused", reason(refused));
        } catch (RuntimeException e) {
            if (isPassing(e)) throw e;
            LOG.warn("An action of a rule failed: {}", action.get("field_name"), e);
            handle.rollbackToSavepoint("action");
            return deed(action, "refused", "It failed for a reason of the server's own");
        }
    }

    private static String reason(Refusal refused) {
        return switch (refused) {
            case Refusal.NotFound gone -> "The ticket is in the trash, in spam or gone";
            case Refusal.MethodNotAllowed frozen -> "The ticket is in the trash or in spam";
            case Refusal.Invalid invalid ->
                String.join(
                        "; ",
                        invalid.errors.stream()
                                .map(error -> error.field() + ": " + error.message())
                                .toList());
            default -> refused.getMessage();
        };
    }

    /** Lost connections, deadlocks and cancelled statements: all of it is tried again. */
    private static boolean isPassing(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (!(cause instanceof SQLException sql) || sql.getSQLState() == null) continue;
            String kind = sql.getSQLState().substring(0, 2);
            return kind.equals("08") || kind.equals("40") || kind.equals("53") || kind.equals("57");
        }
        return false;
    }

    private String act(Handle handle, Scene scene, Map<String, Object> action) {
        long accountId = scene.accountId();
        var ticket = require(handle, scene);
        return switch (action.get("field_name").toString()) {
            case "add_a_cc" -> {
                store(handle).addCc(accountId, scene.ticketId, texts(action.get("value")), scene.now);
                yield "done";
            }
            case "add_watcher" -> {
                store(handle).watch(accountId, scene.ticketId, ids(action.get("value")));
                yield "done";
            }
            case "add_note", "add_comment" -> note(handle, scene, action);
            case "add_reply" -> {
                String html = html(handle, scene, action.get("email_body"));
                entries.reply(handle, scene.author(), scene.ticketId, html, scene.now);
                yield "done";
            }
            case "send_email_to_requester" -> {
                entries.mailRequester(
                        handle,
                        scene.author(),
                        scene.ticketId,
                        subject(handle, scene, action),
                        html(handle, scene, action.get("email_body")),
                        scene.now);
                yield "queued";
            }
            case "send_email_to_agent" -> {
                var agents = assigned(action, ticket.responderId());
                yield mail(handle, scene, action, store(handle).addresses(accountId, agents, List.of()));
            }
            case "send_email_to_group" -> {
                var groups = assigned(action, ticket.groupId());
                yield mail(handle, scene, action, store(handle).addresses(accountId, List.of(), groups));
            }
            case "trigger_webhook" -> {
                var call = new WebhookAction(action, values(handle, scene)).call();
                store(handle).queue(accountId, scene.rule.id(), scene.ticketId, call, scene.now);
                yield "queued";
            }
            case "delete_ticket" -> {
                Tickets.delete(handle, scene.caller(), scene.ticketId, scene.now);
                yield "done";
            }
            case "mark_as_spam" -> {
                store(handle).markAsSpam(accountId, scene.ticketId, scene.now);
                yield "done";
            }
            default -> "ignored";
        };
    }

    private String note(Handle handle, Scene scene, Map<String, Object> action) {
        var notified = action.get("notify_agents") == null
                ? List.<String>of()
                : store(handle).addresses(scene.accountId(), ids(action.get("notify_agents")), List.of());
        String html = html(handle, scene, action.get("note_body"));
        entries.note(handle, scene.author(), scene.ticketId, html, notified, scene.now);
        return "done";
    }

    private String mail(Handle handle, Scene scene, Map<String, Object> action, List<String> to) {
        if (to.isEmpty()) throw new Refusal.InconsistentState("There is nobody to write to");
        String html = html(handle, scene, action.get("email_body"));
        entries.mail(handle, scene.author(), scene.ticketId, to, subject(handle, scene, action), html, scene.now);
        return "queued";
    }

    /** 0 and -1 stand for the one who has the ticket. */
    private static List<Long> assigned(Map<String, Object> action, Long holder) {
        var ids = new ArrayList<Long>();
        if (action.get("email_to") == null) ids.add(0L);
        else ids.addAll(ids(action.get("email_to")));
        boolean toHolder = ids.removeIf(id -> id == 0 || id == -1);
        if (toHolder && holder != null) ids.add(holder);
        return ids;
    }

    private Placeholders values(Handle handle, Scene scene) {
        return placeholders.of(handle, scene.accountId(), scene.ticketId, scene.conversationId);
    }

    private String html(Handle handle, Scene scene, Object template) {
        return new Template(template.toString()).asHtml(values(handle, scene));
    }

    private String subject(Handle handle, Scene scene, Map<String, Object> action) {
        String subject = new Template(action.get("email_subject").toString()).asText(values(handle, scene));
        return subject.replaceAll("[\\p{Cntrl}]", " ");
    }

    private static List<Long> ids(Object value) {
        var values = value instanceof List<?> list ? list : List.of(value);
        return values.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private static List<String> texts(Object value) {
        var values = value instanceof List<?> list ? list : List.of(value);
        return values.stream().map(Object::toString).toList();
    }

    private static ActionStore store(Handle handle) {
        return handle.attach(ActionStore.class);
    }
}
