package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What is to change of {@link EmailSettings}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateEmailSettings(
        Boolean personalizedEmailReplies,
        Boolean createRequesterUsingReplyTo,
        Boolean allowAgentToInitiateConversation,
        Boolean originalSenderAsRequesterForForward,
        Boolean allowWildcardTicketCreate,
        Boolean skipTicketThreading,
        Boolean threadingWithoutUserCheck,
        Boolean threadingWithoutTicketIdCheck,
        Boolean extendedQuotedText,
        Boolean autoResponseDetectorToggle,
        Boolean emailSubjectMatch,
        Boolean multipleTo,
        Boolean prioritizeTicketsByOutlookImportance) {}
