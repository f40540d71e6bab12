package dev.hilo;

import dev.hilo.jobs.Recurring;
import java.time.Duration;
import java.util.List;

/** Everything that ticks: a name, a period, what is done. */
final class Schedule {

    private Schedule() {}

    static List<Recurring> of(Hilo hilo) {
        return List.of(
                every(
                        Duration.ofMinutes(1),
                        "escalate-tickets",
                        "Marks the tickets that a due time has passed by",
                        () -> hilo.escalation().run()),
                every(
                        Duration.ofSeconds(10),
                        "send-mail",
                        "Sends the mail that is due and was not sent at once",
                        () -> hilo.sendMail().run()),
                every(
                        Duration.ofSeconds(10),
                        "run-exports",
                        "Runs the exports that are due",
                        () -> hilo.exports().runDue()),
                every(
                        Duration.ofSeconds(10),
                        "run-crm",
                        "Writes to the CRMs what is due",
                        () -> hilo.crm().runDue()),
                every(
                        Duration.ofHours(1),
                        "run-time-rules",
                        "Runs the automations that wait for time to pass",
                        () -> hilo.timeRules().run()),
                every(
                        Duration.ofSeconds(10),
                        "send-rule-calls",
                        "Makes the calls that automations have queued",
                        () -> hilo.sendCalls().run()),
                every(
                        Duration.ofSeconds(10),
                        "send-outgoing",
                        "Sends what was written here to the accounts that are mirrored",
                        () -> hilo.sync().sendAll()),
                every(
                        Duration.ofMinutes(1),
                        "run-mirrors",
                        "Reads what has changed in the accounts that are mirrored",
                        () -> hilo.sync().runAll()),
                every(
                        Duration.ofMinutes(1),
                        "read-messages",
                        "Reads the incoming messages that were left over",
                        () -> hilo.readMessages().run()),
                every(
                        Duration.ofMinutes(5),
                        "gather-knowledge",
                        "Takes in what has changed in the knowledge of the accounts whose knowledge is asked for",
                        () -> hilo.knowledge().learnAll()),
                every(
                        Duration.ofMinutes(1),
                        "read-knowledge-sources",
                        "Reads the outside sources of knowledge whose time has come",
                        () -> hilo.readSources().run()),
                every(
                        Duration.ofHours(1),
                        "follow-shadows",
                        "Replays the tickets that people have answered in topics that are in the shadow",
                        () -> hilo.shadows().runAll()),
                every(
                        Duration.ofHours(24),
                        "train-insight",
                        "Learns topics, types, priorities, groups and tags from the tickets of each account",
                        () -> hilo.trainClassifiers().run()),
                every(
                        Duration.ofHours(6),
                        "archive-tickets",
                        "Archives tickets that have been closed and untouched for 120 days",
                        () -> hilo.archiving().run()),
                every(
                        Duration.ofHours(6),
                        "purge-trash",
                        "Removes tickets that have been in the trash for 30 days",
                        () -> hilo.purge().run()),
                every(
                        Duration.ofHours(6),
                        "forget-old-jobs",
                        "Forgets the jobs that ended a month ago",
                        () -> hilo.apiJobs().forgetOld()),
                every(
                        Duration.ofHours(6),
                        "forget-old-deliveries",
                        "Forgets the deliveries of webhooks that ended a month ago",
                        () -> hilo.webhookDeliveries().forgetOld()),
                every(
                        Duration.ofHours(1),
                        "forget-idempotency-keys",
                        "Forgets the answers that were kept for repeated requests a day ago",
                        () -> hilo.idempotency().forgetOld()),
                every(
                        Duration.ofHours(6),
                        "forget-old-bulk-notes",
                        "Forgets previews of bulk notes after a day, and the others after a month",
                        () -> hilo.bulkNotes().forgetOld()),
                every(
                        Duration.ofHours(6),
                        "forget-old-exports",
                        "Deletes the files of account exports after 15 days",
                        () -> hilo.accountExport().forgetOld()),
                every(
                        Duration.ofHours(6),
                        "forget-old-people-files",
                        "Deletes the files of exports and imports of contacts and companies after 15 days",
                        () -> {
                            hilo.exportsOfPeople().forgetOld();
                            hilo.importsOfPeople().forgetOld();
                        }),
                every(
                        Duration.ofHours(6),
                        "forget-old-ai-tasks",
                        "Forgets which messages Hilo answered a month ago",
                        () -> hilo.answers().colleague().forgetOld()),
                every(
                        Duration.ofHours(24),
                        "measure-voices",
                        "Reads from the teams' replies how they write",
                        () -> hilo.answers().voices().measureAll()),
                every(
                        Duration.ofHours(24),
                        "forget-old-model-spending",
                        "Forgets what the language models cost more than a year ago",
                        () -> hilo.answers().models().forgetOld()),
                every(
                        Duration.ofHours(24),
                        "forget-old-mail",
                        "Forgets which mails came more than 400 days ago",
                        () -> hilo.mailTraces().forgetOld()),
                every(
                        Duration.ofHours(24),
                        "sweep-attachments",
                        "Deletes stored files that belong to nothing",
                        () -> hilo.sweepOfAttachments().run()));
    }

    private static Recurring every(Duration period, String name, String what, Runnable work) {
        return new Recurring(name, period, what, work);
    }
}
