package dev.hilo.tickets;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Privilege;
import dev.hilo.api.BulkDeleteTickets;
import dev.hilo.api.BulkUpdateTickets;
import dev.hilo.api.FieldError;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.fields.Forms;
import dev.hilo.fields.TicketForm;
import dev.hilo.jobs.ApiJobs;
import java.util.LinkedHashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Starts what is to be done to many tickets; what can be known to be wrong beforehand is refused at once. */
public final class BulkTickets {

    private final Database database;
    private final Forms forms;
    private final ApiJobs jobs;

    public BulkTickets(Database database, Forms forms, ApiJobs jobs) {
        this.database = database;
        this.forms = forms;
        this.jobs = jobs;
    }

    public void update(Caller caller, BulkUpdateTickets asked, String jobId) {
        var action = asked.bulkAction();
        if (action.properties() != null) caller.require(Privilege.EDIT_TICKETS);
        if (action.reply() != null) caller.require(Privilege.REPLY_TICKETS);
        database.run(handle -> {
            check(handle, caller, action);
            var distinct = new BulkUpdateTickets(
                    new BulkUpdateTickets.Action(distinct(action.ids()), action.properties(), action.reply()));
            jobs.start(handle, caller, UpdateManyTickets.KIND, distinct, jobId);
        });
    }

    public void delete(Caller caller, BulkDeleteTickets asked, String jobId) {
        var problems = new Problems();
        named(asked.bulkAction().ids(), problems);
        problems.refuse();
        var distinct = new BulkDeleteTickets(
                new BulkDeleteTickets.Action(distinct(asked.bulkAction().ids())));
        database.run(handle -> jobs.start(handle, caller, DeleteManyTickets.KIND, distinct, jobId));
    }

    private void check(Handle handle, Caller caller, BulkUpdateTickets.Action action) {
        var problems = new Problems();
        named(action.ids(), problems);
        problems.addIf(
                action.properties() == null && action.reply() == null,
                new FieldError("bulk_action", "It should have properties or a reply", "missing_field"));
        if (action.reply() != null) check(action.reply(), problems);
        if (action.properties() != null) {
            check(action.properties(), forms.ofTickets(caller.accountId()), problems);
            look(handle, caller, action.properties()).check(problems);
        }
        problems.refuse();
    }

    private static void named(List<Long> ids, Problems problems) {
        problems.addIf(ids.isEmpty(), FieldError.missing("ids", "Array"));
    }

    private static List<Long> distinct(List<Long> ids) {
        return List.copyOf(new LinkedHashSet<>(ids));
    }

    private static void check(BulkUpdateTickets.Reply reply, Problems problems) {
        TicketRules.required("body", reply.body(), problems);
        empty("attachment_ids", reply.attachmentIds(), problems);
        empty("inline_attachment_ids", reply.inlineAttachmentIds(), problems);
        empty("cloud_files", reply.cloudFiles(), problems);
    }

    private static void empty(String field, List<?> list, Problems problems) {
        problems.addIf(
                list != null && !list.isEmpty(),
                FieldError.invalid(field, "There are no files matching the given " + field));
    }

    private static void check(BulkUpdateTickets.Properties asked, TicketForm form, Problems problems) {
        TicketRules.status(asked.status().value(), asked.status().isPresent(), form, problems);
        TicketRules.priority(asked.priority().value(), asked.priority().isPresent(), problems);
        TicketRules.source(asked.source().value(), form, problems);
        TicketRules.type(asked.type().value(), form, problems);
        TicketRules.tags(asked.tags().value(), problems);
        form.custom().read(asked.customFields().value(), problems);
    }

    private static References.Known look(Handle handle, Caller caller, BulkUpdateTickets.Properties asked) {
        return handle.attach(References.class)
                .look(
                        caller.accountId(),
                        new References.Asked(
                                asked.responderId().value(),
                                asked.internalAgentId().value(),
                                asked.groupId().value(),
                                asked.internalGroupId().value(),
                                asked.productId().value(),
                                null,
                                asked.emailConfigId().value(),
                                null));
    }
}
