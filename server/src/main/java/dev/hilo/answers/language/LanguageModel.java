package dev.hilo.answers.language;

/** Something that goes on with a text. Every way in which it may fail is a {@link Failed}. */
public interface LanguageModel {

    /** @param mostTokens of the answer */
    record Prompt(String system, String user, int mostTokens) {}

    /** @param cost in the currency of the account's cap */
    record Written(String text, long tokensIn, long tokensOut, double cost) {}

    /** Why there is no answer. */
    enum Failure {
        /** The day's money is spent. */
        CAPPED,
        TIMED_OUT,
        UNREACHABLE,
        /** The key is not taken. */
        UNAUTHORISED,
        /** Too many calls, as the endpoint sees it. */
        LIMITED,
        /** The endpoint will not answer this. */
        REFUSED,
        /** The endpoint failed, or answered what cannot be read. */
        BROKEN
    }

    /** A call that brought nothing. */
    final class Failed extends Exception {
        private final Failure failure;

        public Failed(Failure failure, String message) {
            super(message, null, false, false);
            this.failure = failure;
        }

        public Failure failure() {
            return failure;
        }
    }

    /** What answers, as reason cards name it. */
    String name();

    Written write(Prompt prompt) throws Failed;
}
