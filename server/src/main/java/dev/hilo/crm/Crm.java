package dev.hilo.crm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A CRM that people and conversations are written to. */
public interface Crm extends AutoCloseable {

    enum Kind {
        COMPANY,
        CONTACT,
        TICKET
    }

    /** The account there. */
    record Home(String id, String name) {}

    /**
     * A contact or a company.
     *
     * @param id here
     * @param keys what it is found by there: the address of mail, or the domains; the first is written
     * @param remoteId there; null when it is not known
     * @param properties by the names there
     */
    record Outgoing(long id, List<String> keys, String remoteId, Map<String, String> properties) {}

    /**
     * What was said in a ticket, on a contact's page.
     *
     * @param remoteId of the note, when it was written before; null otherwise
     * @param contact the contact there
     * @param mark what the text holds and no other note's
     * @param isDoubtful whether it was sent before and no answer came
     */
    record Note(long id, String remoteId, String contact, Instant at, String html, String mark, boolean isDoubtful) {}

    /** A contact there, and its company there. */
    record Pair(String contact, String company) {}

    /** What became of a record. */
    sealed interface Outcome {
        long id();

        record Written(long id, String remoteId, boolean isNew) implements Outcome {}

        /** Somebody has deleted it there. */
        record Gone(long id) implements Outcome {}

        /** @param why in the words of the CRM */
        record Refused(long id, String why) implements Outcome {}
    }

    /** The CRM takes nothing now: the run ends, and the next one goes on. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String message) {
            super(message);
        }
    }

    /**
     * Asks whose account it is, without writing.
     *
     * @throws Unavailable also when a property is not there or cannot be written
     */
    Home check(Set<String> ofContacts, Set<String> ofCompanies);

    /** How many records a call takes. */
    int batch();

    /** Ids by keys, of those that are there; nothing is written. */
    Map<String, String> find(Kind kind, List<String> keys);

    /** Makes those that are not there, and changes those that are. @param records a batch at most */
    List<Outcome> put(Kind kind, List<Outgoing> records);

    /** Writes notes, or changes them. @param notes a batch at most */
    List<Outcome> note(List<Note> notes);

    /** @param pairs a batch at most */
    void associate(List<Pair> pairs);

    /** How many calls were made. */
    int calls();

    @Override
    void close();
}
