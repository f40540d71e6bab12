package dev.hilo.placeholders;

import dev.hilo.fields.Forms;
import dev.hilo.surveys.RatingLinks;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * What texts can say of a ticket, of an entry of it, and of the help desk. Names as Freshdesk has them; {@code ticket.cf_…} is
 * a custom field.
 */
public final class TicketPlaceholders {

    private static final Map<Integer, String> PRIORITIES = Map.of(1, "Low", 2, "Medium", 3, "High", 4, "Urgent");

    private final Forms forms;
    private final RatingLinks ratings;
    private final String baseDomain;

    /** @param baseDomain under which each account has its host name */
    public TicketPlaceholders(Forms forms, RatingLinks ratings, String baseDomain) {
        this.forms = forms;
        this.ratings = ratings;
        this.baseDomain = baseDomain;
    }

    /**
     * Those of a ticket, read now; its latest comment only when it is asked for.
     *
     * @param conversationId the entry that {@code comment.…} is, or null
     */
    public Placeholders of(Handle handle, long accountId, long ticketId, Long conversationId) {
        var store = handle.attach(PlaceholderStore.class);
        var row = store.ticket(accountId, ticketId, conversationId);
        if (row.isEmpty()) return name -> Optional.empty();
        Function<Boolean, Placeholder> comment =
                isPrivate -> Placeholder.ofHtml(store.latestComment(accountId, ticketId, isPrivate)
                        .map(said -> Placeholder.ofText(said.name()).html() + " : " + said.body())
                        .orElse(null));
        return name -> switch (name) {
            case "ticket.survey_url" -> Optional.of(Placeholder.ofText(survey(handle, accountId, row.get())));
            case "ticket.satisfaction_survey" -> {
                String url =
                        Placeholder.ofText(survey(handle, accountId, row.get())).html();
                yield Optional.of(Placeholder.ofHtml("<a href=\"" + url + "\">" + url + "</a>"));
            }
            default -> Optional.ofNullable(value(row.get(), name, accountId, comment));
        };
    }

    private Placeholder value(
            TicketToTell ticket, String name, long accountId, Function<Boolean, Placeholder> comment) {
        return switch (name) {
            case "ticket.description" -> Placeholder.ofHtml(ticket.description());
            case "ticket.latest_public_comment" -> comment.apply(false);
            case "ticket.latest_private_comment" -> comment.apply(true);
            case "comment.body" -> Placeholder.ofHtml(ticket.commentBody());
            case "ticket.status" ->
                Placeholder.ofText(forms.ofTickets(accountId).statusName(ticket.status()));
            default ->
                name.startsWith("ticket.cf_")
                        ? custom(ticket, name.substring("ticket.".length()))
                        : text(ticket, name).map(Placeholder::ofText).orElse(null);
        };
    }

    private static Placeholder custom(TicketToTell ticket, String field) {
        return Placeholder.ofText(ticket.customFields().get(field));
    }

    private Optional<Object> text(TicketToTell t, String name) {
        Object value = switch (name) {
            case "ticket.id" -> t.id();
            case "ticket.subject" -> t.subject();
            case "ticket.description_text" -> t.descriptionText();
            case "ticket.url" -> home(t) + "/a/tickets/" + t.id();
            case "ticket.portal_url", "ticket.public_url" -> home(t) + "/help/tickets/" + t.id();
            case "ticket.priority" -> PRIORITIES.get(t.priority());
            case "ticket.ticket_type", "ticket.type" -> t.type();
            case "ticket.tags" -> String.join(", ", t.tags());
            case "ticket.due_by_time" -> t.dueBy();
            case "ticket.group.name" -> t.groupName();
            case "ticket.company.name", "ticket.requester.company_name", "ticket.contact.company_name" ->
                t.companyName();
            case "ticket.product.name", "ticket.product_description" -> t.productName();
            case "ticket.agent.name" -> t.agentName();
            case "ticket.agent.email" -> t.agentEmail();
            case "ticket.requester.name", "ticket.contact.name", "ticket.from_name" -> t.requesterName();
            case "ticket.requester.firstname", "ticket.contact.firstname" -> first(t.requesterName());
            case "ticket.requester.lastname", "ticket.contact.lastname" -> last(t.requesterName());
            case "ticket.requester.email", "ticket.contact.email", "ticket.from_email" -> t.requesterEmail();
            case "ticket.requester.phone", "ticket.contact.phone" -> t.requesterPhone();
            case "ticket.requester.mobile", "ticket.contact.mobile" -> t.requesterMobile();
            case "ticket.requester.unique_external_id", "ticket.contact.unique_external_id" -> t.requesterExternalId();
            case "comment.commenter.name" -> t.commenterName();
            case "comment.commenter.email" -> t.commenterEmail();
            case "helpdesk_name", "ticket.portal_name" -> t.accountName();
            default -> null;
        };
        return Optional.ofNullable(value);
    }

    private String home(TicketToTell ticket) {
        return "https://" + ticket.subdomain() + "." + baseDomain;
    }

    private String survey(Handle handle, long accountId, TicketToTell ticket) {
        return home(ticket) + ratings.path(handle, accountId, ticket.id(), ticket.requesterId());
    }

    private static String first(String name) {
        return name == null ? null : name.strip().split("\\s+", 2)[0];
    }

    private static String last(String name) {
        if (name == null || !name.strip().contains(" ")) return null;
        return name.strip().split("\\s+", 2)[1];
    }
}
