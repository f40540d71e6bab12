package dev.hilo.web;

import java.time.Instant;

/** What a sandbox adds to each call: faults that were asked for, and a log. Elsewhere there is none. */
public interface Trial {

    /** An ordinary server's. */
    Trial NONE = new Trial() {
        @Override
        public Fault fault(long accountId, String method, String path) {
            return null;
        }

        @Override
        public void served(Served call) {}
    };

    /**
     * What is to go wrong with a call.
     *
     * @param status to answer with instead; null to go on
     * @param retryAfter seconds, sent along with the status; null for none
     * @param delayMillis to wait first
     * @param drop whether the connection is closed without an answer
     * @param afterwards whether the work is done before the answer is lost or replaced
     */
    record Fault(Integer status, Integer retryAfter, long delayMillis, boolean drop, boolean afterwards) {}

    /**
     * A call that has been answered.
     *
     * @param status 0 when the connection was dropped
     * @param credits that it took
     * @param remaining of the minute's
     * @param refusedByFreshdesk why Freshdesk would have refused a call that was answered; null where it would not
     */
    record Served(
            long accountId,
            Instant at,
            String method,
            String path,
            String query,
            int status,
            int credits,
            int total,
            int remaining,
            double millis,
            String requestId,
            Long agentId,
            boolean faulty,
            String refusedByFreshdesk) {}

    /** Null when nothing is to go wrong. */
    Fault fault(long accountId, String method, String path);

    void served(Served call);
}
