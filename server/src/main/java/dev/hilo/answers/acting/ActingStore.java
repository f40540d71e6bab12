package dev.hilo.answers.acting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ActingStore {

    @SqlQuery("select " + SettingsRow.COLUMNS + " from ai_settings where account_id = :accountId")
    @RegisterConstructorMapper(SettingsRow.class)
    Optional<SettingsRow> settings(long accountId);

    @SqlUpdate("""
            insert into ai_settings (account_id, active, active_since, agent_id, mode, gate, delay_seconds, hours_only,
              excluded_contacts, excluded_tags, excluded_words, most_per_hour, handover_tag, handover_group_id, topics,
              created_at, updated_at)
            values (:accountId, :s.active, :s.activeSince, :s.agentId, :s.mode, :s.gate, :s.delaySeconds, :s.hoursOnly,
              :s.excludedContacts, :s.excludedTags, :s.excludedWords, :s.mostPerHour, :s.handoverTag,
              :s.handoverGroupId, :s.topics, :s.updatedAt, :s.updatedAt)
            on conflict (account_id) do update
            set active = excluded.active, active_since = excluded.active_since, agent_id = excluded.agent_id, mode = excluded.mode, gate = excluded.gate,
                delay_seconds = excluded.delay_seconds, hours_only = excluded.hours_only,
                excluded_contacts = excluded.excluded_contacts, excluded_tags = excluded.excluded_tags,
                excluded_words = excluded.excluded_words, most_per_hour = excluded.most_per_hour,
                handover_tag = excluded.handover_tag, handover_group_id = excluded.handover_group_id,
                topics = excluded.topics, updated_at = excluded.updated_at
            """)
    void save(long accountId, @BindMethods("s") SettingsRow s);

    /** Whether it is switched on, which stays so until the transaction ends. */
    @SqlQuery("select active from ai_settings where account_id = :accountId for share")
    Optional<Boolean> isActive(long accountId);

    @SqlUpdate("update ai_settings set active = false, updated_at = :now where account_id = :accountId and active")
    int switchOff(long accountId, Instant now);

    @SqlQuery("select exists (select from agents where account_id = :accountId and id = :id and not deactivated)")
    boolean isAgent(long accountId, long id);

    @SqlQuery("select exists (select from groups where account_id = :accountId and id = :id)")
    boolean isGroup(long accountId, long id);

    @SqlQuery("select count(*) from contacts where account_id = :accountId and id = any(:ids)")
    int contacts(long accountId, List<Long> ids);

    @SqlQuery("""
            select coalesce(email, '#' || id) from contacts
            where account_id = :accountId and id = any(:ids) order by 1
            """)
    List<String> names(long accountId, List<Long> ids);

    @SqlQuery("""
            select id from contacts
            where account_id = :accountId and not deleted
              and (lower(email) = any(:names) or '#' || id = any(:names))
            """)
    List<Long> contactsNamed(long accountId, List<String> names);

    @SqlQuery("select exists (select from links where account_id = :accountId)")
    boolean isLinked(long accountId);

    @SqlUpdate("""
            insert into ai_tasks (account_id, event_id, ticket_id, kind, words, agent_id, state, due_at, created_at,
              updated_at)
            select :accountId, :eventId, :ticketId, :kind, :words, :agentId, 'WAITING', :now, :now, :now
            where exists (select from tickets where account_id = :accountId and id = :ticketId)
            on conflict do nothing
            """)
    void ask(long accountId, long eventId, long ticketId, String kind, String words, Long agentId, Instant now);

    /** Takes one task that is due, so that no other node does; one that a dead node had comes back when its time is over. */
    @SqlQuery("""
            update ai_tasks set state = 'RUNNING', attempts = attempts + 1, due_at = :until, updated_at = :now
            where (account_id, event_id) = (
              select account_id, event_id from ai_tasks
              where account_id = :accountId and state <> 'DONE' and due_at <= :now
              order by due_at, event_id
              limit 1
              for update skip locked)
            returning account_id, event_id, ticket_id, kind, words, agent_id, attempts
            """)
    @RegisterConstructorMapper(Task.class)
    Optional<Task> claim(long accountId, Instant now, Instant until);

    /** Ends a task, unless another node has it by now. */
    @SqlUpdate("""
            update ai_tasks set state = 'DONE', updated_at = :now
            where account_id = :accountId and event_id = :eventId and state = 'RUNNING' and attempts = :attempts
            """)
    int end(long accountId, long eventId, int attempts, Instant now);

    @SqlUpdate("""
            update ai_tasks set state = 'WAITING', due_at = :due, updated_at = :now
            where account_id = :accountId and event_id = :eventId and state = 'RUNNING' and attempts = :attempts
            """)
    void again(long accountId, long eventId, int attempts, Instant due, Instant now);

    @SqlUpdate("delete from ai_tasks where account_id = :accountId and state = 'DONE' and updated_at < :before")
    void forget(long accountId, Instant before);

    @SqlQuery("""
            select t.type, t.tags, t.group_id, t.requester_id, t.deleted or t.spam or t.archived as is_frozen, t.status
            from tickets t where t.account_id = :accountId and t.id = :ticketId
            """)
    @RegisterConstructorMapper(Facts.class)
    Optional<Facts> facts(long accountId, long ticketId);

    /** What a handed-over ticket gets. */
    @SqlUpdate("""
            update tickets
            set tags = case when :tag::text is null or :tag = any(tags) then tags else tags || :tag::text end,
                group_id = coalesce(:groupId::bigint, group_id), updated_at = :now
            where account_id = :accountId and id = :ticketId
            """)
    void route(long accountId, long ticketId, String tag, Long groupId, Instant now);

    /** Takes that back, as far as nobody has changed it since. */
    @SqlUpdate("""
            update tickets
            set tags = case when :hadTag then tags else array_remove(tags, :tag::text) end,
                group_id = case when :groupId::bigint is not null and group_id = :groupId then :oldGroupId::bigint
                           else group_id end,
                updated_at = :now
            where account_id = :accountId and id = :ticketId
            """)
    void routeBack(
            long accountId, long ticketId, String tag, boolean hadTag, Long groupId, Long oldGroupId, Instant now);

    @SqlQuery("""
            insert into ai_actions (account_id, ticket_id, event_id, did, state, mode, confidence, draft_id,
              conversation_id, before, card, cost, due_at, created_at, updated_at)
            values (:a.accountId, :a.ticketId, :a.eventId, :a.did, :a.state, :a.mode, :a.confidence, :a.draftId,
              :a.conversationId, :a.before, :a.card, :a.cost, :a.dueAt, :now, :now)
            returning id
            """)
    long add(@BindMethods("a") ActionRow a, Instant now);

    @SqlUpdate("""
            update ai_actions
            set state = :state, conversation_id = coalesce(:conversationId::bigint, conversation_id),
                card = card || :more, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void settle(long accountId, long id, String state, Long conversationId, JsonNode more, Instant now);

    @SqlQuery(
            "select count(*) from ai_actions where account_id = :accountId and did <> 'NOTHING' and created_at > :since")
    int recent(long accountId, Instant since);

    @SqlQuery("select exists (select from ai_actions where account_id = :accountId and event_id = :eventId)")
    boolean isAnswered(long accountId, long eventId);

    @SqlQuery("""
            select exists (select from ai_actions
              where account_id = :accountId and ticket_id = :ticketId and did = 'REPLY' and state = 'DONE')
            """)
    boolean hasReplied(long accountId, long ticketId);

    /** A reply whose time has come, locked. */
    @SqlQuery("select " + ActionRow.COLUMNS + """
            from ai_actions a
            where a.account_id = :accountId and a.state = 'WAITING' and a.due_at <= :now
            order by a.due_at, a.id limit 1 for update skip locked
            """)
    @RegisterConstructorMapper(ActionRow.class)
    Optional<ActionRow> due(long accountId, Instant now);

    @SqlQuery("select " + ActionRow.COLUMNS + """
            from ai_actions a where a.account_id = :accountId and a.state = 'WAITING' order by a.id for update
            """)
    @RegisterConstructorMapper(ActionRow.class)
    List<ActionRow> waiting(long accountId);

    @SqlQuery("select " + ActionRow.COLUMNS + """
            from ai_actions a
            where a.account_id = :accountId and a.ticket_id = :ticketId and a.state = 'WAITING' order by a.id for update
            """)
    @RegisterConstructorMapper(ActionRow.class)
    List<ActionRow> waitingOf(long accountId, long ticketId);

    @SqlQuery("select " + ActionRow.COLUMNS + """
            from ai_actions a join tickets t on t.account_id = a.account_id and t.id = a.ticket_id
            where a.account_id = :sight.accountId and a.id = :id and
            """ + Sight.CONDITION + " for update of a")
    @RegisterConstructorMapper(ActionRow.class)
    Optional<ActionRow> lock(@BindMethods("sight") Sight sight, long id);

    @SqlQuery("select " + ActionRow.COLUMNS + """
            from ai_actions a join tickets t on t.account_id = a.account_id and t.id = a.ticket_id
            where a.account_id = :sight.accountId and (:ticketId::bigint is null or a.ticket_id = :ticketId) and
            """ + Sight.CONDITION + " order by a.id desc limit :limit offset :offset")
    @RegisterConstructorMapper(ActionRow.class)
    List<ActionRow> list(@BindMethods("sight") Sight sight, Long ticketId, int limit, long offset);

    @SqlQuery("""
            select exists (select from tickets t
              where t.account_id = :sight.accountId and t.id = :ticketId and
            """ + Sight.CONDITION + ")")
    boolean sees(@BindMethods("sight") Sight sight, long ticketId);

    /** Whether the customer or the team has said something publicly since. */
    @SqlQuery("""
            select exists (select from conversations
              where account_id = :accountId and ticket_id = :ticketId and not deleted and not private
                and created_at > :since)
            """)
    boolean isOvertaken(long accountId, long ticketId, Instant since);

    /** The accounts that have something to do. */
    @SqlQuery("""
            select account_id from ai_tasks where state <> 'DONE' and due_at <= :now
            union
            select account_id from ai_actions where state = 'WAITING' and due_at <= :now
            """)
    List<Long> busy(Instant now);

    @SqlQuery("select " + ActionRow.COLUMNS + """
            from ai_actions a
            where a.account_id = :accountId and a.ticket_id = :ticketId and a.id = any(:ids)
            """)
    @RegisterConstructorMapper(ActionRow.class)
    List<ActionRow> ofTicket(long accountId, long ticketId, List<Long> ids);

    @SqlQuery("select " + ActionRow.COLUMNS + """
            from ai_actions a join tickets t on t.account_id = a.account_id and t.id = a.ticket_id
            where a.account_id = :sight.accountId and a.id = :id and
            """ + Sight.CONDITION)
    @RegisterConstructorMapper(ActionRow.class)
    Optional<ActionRow> find(@BindMethods("sight") Sight sight, long id);
}
