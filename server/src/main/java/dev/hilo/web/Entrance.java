package dev.hilo.web;

import dev.hilo.accounts.Account;
import java.util.Optional;

/** What the pages bring along so that {@code web} can let people in, and tell them why not. */
public interface Entrance {

    /** The name of the cookie that stands for a log-in. */
    String COOKIE = "hilo_session";

    /** Where people log in. */
    String LOGIN = "/login";

    /** Whose log-in a cookie stands for; empty for one that has ended. */
    Optional<Visitor> visitor(Account account, String cookie);

    /** A page that tells why there is none. */
    String refusal(Account account, Visitor visitor, int status, String accepted);

    /** The same in a sentence. */
    String sentence(Account account, Visitor visitor, int status, String accepted, String reason);
}
