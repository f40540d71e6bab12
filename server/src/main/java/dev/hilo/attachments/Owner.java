package dev.hilo.attachments;

public enum Owner {
    TICKET,
    CONVERSATION
}
