package dev.hilo.pages;

import dev.hilo.accounts.Caller;
import java.util.List;
import java.util.Map;

/** Tells what was done to a ticket by itself. */
public interface Cards {

    /** By their ids; those that are not there are left out. */
    Map<Long, StoryItem.Card> of(Caller caller, Phrases phrases, long ticketId, List<Long> actions);
}
