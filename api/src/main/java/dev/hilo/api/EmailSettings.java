package dev.hilo.api;

/**
 * How mail is treated. The first four are documented; the others were seen on a live account.
 *
 * @param personalizedEmailReplies replies bear the agent's own name
 * @param createRequesterUsingReplyTo the requester is who replies are to go to, not the sender
 */
public record EmailSettings(
        boolean personalizedEmailReplies,
        boolean createRequesterUsingReplyTo,
        boolean allowAgentToInitiateConversation,
        boolean originalSenderAsRequesterForForward,
        boolean allowWildcardTicketCreate,
        boolean skipTicketThreading,
        boolean threadingWithoutUserCheck,
        boolean threadingWithoutTicketIdCheck,
        boolean extendedQuotedText,
        boolean autoResponseDetectorToggle,
        boolean emailSubjectMatch,
        boolean multipleTo,
        boolean prioritizeTicketsByOutlookImportance) {

    public static final EmailSettings FOUNDED =
            new EmailSettings(true, true, true, true, false, false, false, false, false, true, false, false, false);
}
