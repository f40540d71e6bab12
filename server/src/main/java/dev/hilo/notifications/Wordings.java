package dev.hilo.notifications;

/** What mail says unless the account puts it otherwise. */
final class Wordings {

    /** @param body HTML */
    record Words(String subject, String body) {}

    private static final String TAGGED = "[#{{ticket.id}}] {{ticket.subject}}";

    private Wordings() {}

    static Words of(Occasion occasion, Language language) {
        return switch (language) {
            case EN -> english(occasion);
            case ES -> spanish(occasion);
        };
    }

    private static Words english(Occasion occasion) {
        return switch (occasion) {
            case NEW_TICKET -> new Words("Ticket received: " + TAGGED, """
                    <p>Dear {{ticket.requester.name}},</p>
                    <p>We have received your request; it is ticket #{{ticket.id}}. Somebody will answer you as soon as possible. \
                    To add something, answer this mail.</p>
                    <p>{{helpdesk_name}}</p>
                    """);
            case AGENT_REPLIED -> new Words("Re: " + TAGGED, "{{comment.body}}");
            case SOLVED -> new Words("Solved: " + TAGGED, """
                    <p>Dear {{ticket.requester.name}},</p>
                    <p>We believe that your ticket #{{ticket.id}} is solved. If it is not, answer this mail.</p>
                    <p><a href="{{ticket.survey_url}}">How was it? Tell us.</a></p>
                    <p>{{helpdesk_name}}</p>
                    """);
            case CUSTOMER_REPLIED -> new Words("New reply: " + TAGGED, """
                    <p>{{comment.commenter.name}} has replied on <a href="{{ticket.url}}">ticket #{{ticket.id}}</a>:</p>
                    <blockquote>{{comment.body}}</blockquote>
                    """);
            case ASSIGNED -> new Words("Assigned to you: " + TAGGED, """
                    <p>Hello {{ticket.agent.name}},</p>
                    <p><a href="{{ticket.url}}">Ticket #{{ticket.id}}</a> has been assigned to you.</p>
                    <p><b>{{ticket.subject}}</b>, {{ticket.priority}}, from {{ticket.requester.name}}</p>
                    <blockquote>{{ticket.description}}</blockquote>
                    """);
            case MENTIONED -> new Words("Note: " + TAGGED, """
                    <p>{{comment.commenter.name}} wants you to see this note on \
                    <a href="{{ticket.url}}">ticket #{{ticket.id}}</a>:</p>
                    <blockquote>{{comment.body}}</blockquote>
                    """);
        };
    }

    private static Words spanish(Occasion occasion) {
        return switch (occasion) {
            case NEW_TICKET -> new Words("Solicitud recibida: " + TAGGED, """
                    <p>Hola, {{ticket.requester.name}}:</p>
                    <p>Hemos recibido tu solicitud; es el ticket n.º {{ticket.id}}. Te responderemos lo antes posible. \
                    Si quieres añadir algo, responde a este correo.</p>
                    <p>{{helpdesk_name}}</p>
                    """);
            case AGENT_REPLIED -> new Words("Re: " + TAGGED, "{{comment.body}}");
            case SOLVED -> new Words("Resuelto: " + TAGGED, """
                    <p>Hola, {{ticket.requester.name}}:</p>
                    <p>Creemos que tu ticket n.º {{ticket.id}} está resuelto. Si no es así, responde a este correo.</p>
                    <p><a href="{{ticket.survey_url}}">¿Qué tal ha ido? Cuéntanos.</a></p>
                    <p>{{helpdesk_name}}</p>
                    """);
            case CUSTOMER_REPLIED -> new Words("Nueva respuesta: " + TAGGED, """
                    <p>{{comment.commenter.name}} ha respondido en el <a href="{{ticket.url}}">ticket n.º {{ticket.id}}</a>:</p>
                    <blockquote>{{comment.body}}</blockquote>
                    """);
            case ASSIGNED -> new Words("Se te ha asignado: " + TAGGED, """
                    <p>Hola, {{ticket.agent.name}}:</p>
                    <p>Se te ha asignado el <a href="{{ticket.url}}">ticket n.º {{ticket.id}}</a>.</p>
                    <p><b>{{ticket.subject}}</b>, {{ticket.priority}}, de {{ticket.requester.name}}</p>
                    <blockquote>{{ticket.description}}</blockquote>
                    """);
            case MENTIONED -> new Words("Nota: " + TAGGED, """
                    <p>{{comment.commenter.name}} quiere que veas esta nota en el \
                    <a href="{{ticket.url}}">ticket n.º {{ticket.id}}</a>:</p>
                    <blockquote>{{comment.body}}</blockquote>
                    """);
        };
    }
}
