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
                        Duration.ofHours(6),
                        "forget-old-jobs",
                        "Forgets the jobs that ended a month ago",
                        () -> hilo.apiJobs().forgetOld()),
                every(
                        Duration.ofHours(6),
                        "forget-old-exports",
                        "Deletes the files of account exports after 15 days",
                        () -> hilo.accountExport().forgetOld()),
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
