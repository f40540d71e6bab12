package dev.hilo.automations;

/** Makes calls to addresses that customers of the server chose, and so guards where they go. */
@FunctionalInterface
public interface CallSender {

    /**
     * What came of a call.
     *
     * @param status of the answer; null when there was none
     * @param reason a line for people when it failed; null when it did not
     */
    record Outcome(Integer status, String reason) {
        public boolean isDone() {
            return status != null && status >= 200 && status < 300;
        }
    }

    /** Does not throw for anything that the other side or the network does; takes half a minute at most. */
    Outcome send(long accountId, OneOffCall call);
}
