package dev.hilo.surveys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Sight;
import dev.hilo.api.SatisfactionRating;
import dev.hilo.api.Survey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Surveys, and what customers answered. */
public interface SurveyStore {

    /** The ticket that is rated. */
    record Rated(long requesterId, Long responderId, Long groupId, boolean frozen) {}

    @SqlQuery("""
            select id, title, active, questions, created_at, updated_at from surveys
            where account_id = :accountId and (:activeOnly = false or active)
            order by id limit :limit offset :offset
            """)
    @RegisterConstructorMapper(Survey.class)
    List<Survey> surveys(long accountId, boolean activeOnly, int limit, long offset);

    @SqlUpdate("""
            insert into surveys (account_id, title, active, questions, created_at, updated_at)
            values (:accountId, :title, true, :questions, :now, :now)
            """)
    void insertSurvey(long accountId, String title, JsonNode questions, Instant now);

    @SqlQuery("""
            select t.requester_id, t.responder_id, t.group_id, t.deleted or t.spam as frozen
            from tickets t
            where t.account_id = :sight.accountId and t.id = :ticketId and not t.archived and
            """ + Sight.CONDITION + " for update of t")
    @RegisterConstructorMapper(Rated.class)
    Optional<Rated> lockTicket(@BindMethods("sight") Sight sight, long ticketId);

    @SqlQuery("""
            select exists (select from tickets t
            where t.account_id = :sight.accountId and t.id = :ticketId and not t.archived and
            """ + Sight.CONDITION + ")")
    boolean sees(@BindMethods("sight") Sight sight, long ticketId);

    /** One that can be rated at all: here, and not in the archive. */
    @SqlQuery("""
            select t.requester_id, coalesce(t.subject, '') as subject, t.status in (4, 5) as done,
              exists (
                select from satisfaction_ratings r
                where r.account_id = t.account_id and r.ticket_id = t.id and r.created_at >= t.resolved_at) as rated
            from tickets t
            where t.account_id = :accountId and t.id = :ticketId and not t.deleted and not t.spam and not t.archived
            """)
    @RegisterConstructorMapper(CustomerRatings.Ticket.class)
    Optional<CustomerRatings.Ticket> toRate(long accountId, long ticketId);

    @SqlQuery("select 1 from tickets where account_id = :accountId and id = :ticketId for update")
    Optional<Integer> lock(long accountId, long ticketId);

    @SqlQuery("""
            insert into satisfaction_ratings (account_id, survey_id, ticket_id, user_id, agent_id, group_id, feedback,
              ratings, created_at, updated_at)
            values (:accountId, :surveyId, :ticketId, :r.requesterId, :r.responderId, :r.groupId, :feedback, :ratings,
              :now, :now)
            returning id
            """)
    long insertRating(
            long accountId,
            long surveyId,
            long ticketId,
            @BindMethods("r") Rated r,
            String feedback,
            JsonNode ratings,
            Instant now);

    @SqlUpdate("""
            update contacts set csat_rating = :rating where account_id = :accountId and id = :contactId
            """)
    void remember(long accountId, long contactId, int rating);

    String RATINGS = """
            select r.id, r.survey_id, r.user_id, r.agent_id, r.group_id, r.ticket_id, r.feedback, r.ratings, r.created_at,
              r.updated_at
            from satisfaction_ratings r
            """;

    @SqlQuery(RATINGS + """
            where r.account_id = :accountId and r.ticket_id = :ticketId
            order by r.created_at desc, r.id desc limit :limit offset :offset
            """)
    @RegisterConstructorMapper(SatisfactionRating.class)
    List<SatisfactionRating> ofTicket(long accountId, long ticketId, int limit, long offset);

    @SqlQuery(RATINGS + """
            join tickets t on t.account_id = r.account_id and t.id = r.ticket_id
            where r.account_id = :sight.accountId and r.created_at >= :since
              and (:userId::bigint is null or r.user_id = :userId) and
            """ + Sight.CONDITION + " order by r.created_at, r.id limit :limit offset :offset")
    @RegisterConstructorMapper(SatisfactionRating.class)
    List<SatisfactionRating> list(
            @BindMethods("sight") Sight sight, Instant since, Long userId, int limit, long offset);

    @SqlQuery(RATINGS + "where r.account_id = :accountId and r.id = :id")
    @RegisterConstructorMapper(SatisfactionRating.class)
    SatisfactionRating rating(long accountId, long id);
}
