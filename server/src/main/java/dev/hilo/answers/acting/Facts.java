package dev.hilo.answers.acting;

import java.util.List;

/** What decides whether a ticket is acted on. @param isFrozen whether it is in the trash, spam or archived */
public record Facts(String type, List<String> tags, Long groupId, long requesterId, boolean isFrozen, int status) {}
