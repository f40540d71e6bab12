package dev.hilo.api;

/**
 * A new source of knowledge. What is asked for depends on the kind:
 *
 * <ul>
 *   <li>{@code files}: nothing; its files are sent to it
 *   <li>{@code folder}: {@code address}, the path of a folder that the installation allows
 *   <li>{@code site}: {@code address} of its sitemap
 *   <li>{@code confluence}: {@code address} such as {@code https://acme.atlassian.net/wiki}, {@code place}, the key of a space,
 *       {@code key}, a token; {@code reader}, the e-mail address that the token belongs to, on Confluence Cloud
 *   <li>{@code google_docs}: {@code place}, the id of a folder of Google Drive, {@code key}, the key file of a service account
 *       as text
 * </ul>
 *
 * @param forCustomers whether customers may be told what is in it; not when absent
 * @param language of its documents; told by their texts when absent
 * @param everyHours how often it is read; once a day when absent
 */
public record CreateKnowledgeSource(
        @Required @Among({"files", "folder", "site", "confluence", "google_docs"})
        String kind,

        @Required @Bounds(255) String name,
        @Bounds(2000) String address,
        @Bounds(255) String place,
        @Bounds(255) String reader,
        @Bounds(8000) String key,
        Boolean forCustomers,
        @Bounds(10) String language,
        Boolean active,
        Integer everyHours) {}
