package dev.hilo.insight;

import java.util.List;

/** What classifiers are trained to tell. */
final class Target {

    static final String TOPIC = "topic";
    static final String TYPE = "type";
    static final String PRIORITY = "priority";
    static final String GROUP = "group";
    /** Those of which a message has one. */
    static final List<String> SINGLE = List.of(TOPIC, TYPE, PRIORITY, GROUP);

    /** Before the tag's name: each tag has a classifier of its own, with the classes yes and no. */
    static final String TAG = "tag ";

    static final String YES = "yes";
    static final String NO = "no";

    private Target() {}
}
