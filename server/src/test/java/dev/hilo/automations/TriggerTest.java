package dev.hilo.automations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.hilo.api.AutomationPerformer;
import dev.hilo.api.Json;
import dev.hilo.events.Actor;
import dev.hilo.events.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sets a rule of updates off, and what does not. */
class TriggerTest {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private static Event event(String type, Actor actor, String before, String after) {
        try {
            return new Event(
                    1,
                    2,
                    Instant.EPOCH,
                    type,
                    type.substring(0, type.indexOf('.')),
                    3,
                    4L,
                    actor,
                    null,
                    before == null ? null : Json.MAPPER.readTree(before.replace('\'', '"')),
                    after == null ? null : Json.MAPPER.readTree(after.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static boolean isSetOff(int performer, List<Long> members, String asked, Event event) {
        try {
            Map<String, Object> map = Json.MAPPER.readValue(asked.replace('\'', '"'), MAP);
            var trigger = new Trigger(new AutomationPerformer(performer, members), List.of(map));
            return Happening.of(event).flatMap(trigger::why).isPresent();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'field_name':'status','from':'--','to':'--'}      | {'status':2}             | {'status':4}              | true
            {'field_name':'status','from':2,'to':4}            | {'status':2}             | {'status':4}              | true
            {'field_name':'status','from':'2','to':4}          | {'status':2}             | {'status':4}              | true
            {'field_name':'status','from':3,'to':'--'}         | {'status':2}             | {'status':4}              | false
            {'field_name':'status','from':'--','to':5}         | {'status':2}             | {'status':4}              | false
            {'field_name':'status','to':4}                     | {'status':2}             | {'status':4}              | true
            {'field_name':'priority'}                          | {'status':2}             | {'status':4}              | false
            {'field_name':'responder_id','from':'','to':'--'}  | {'responder_id':null}    | {'responder_id':7}        | true
            {'field_name':'responder_id','from':null,'to':7}   | {'responder_id':null}    | {'responder_id':7}        | true
            {'field_name':'responder_id','from':'','to':'--'}  | {'responder_id':6}       | {'responder_id':7}        | false
            {'field_name':'responder_id','from':'--','to':''}  | {'responder_id':6}       | {'responder_id':null}     | true
            {'field_name':'type','to':'Question'}              | {'type':null}            | {'type':'Question'}       | true
            {'field_name':'ticket_type','to':'Question'}       | {'type':null}            | {'type':'Question'}       | true
            {'field_name':'due_by','from':'--','to':'--'}      | {'due_by':'2026-11-23'}  | {'due_by':'2026-11-24'}   | true
            {'field_name':'tag_names'}                         | {'tags':[]}              | {'tags':['a']}            | true
            {'field_name':'cf_a','from':'x','to':'y'}          | {'custom_fields':{'cf_a':'x'}} | {'custom_fields':{'cf_a':'y'}} | true
            {'field_name':'cf_b'}                              | {'custom_fields':{'cf_a':'x','cf_b':1}} | {'custom_fields':{'cf_a':'y','cf_b':1}} | false
            {'field_name':'cf_a','to':''}                      | {'custom_fields':{'cf_a':'x'}} | {'custom_fields':{}} | true
            {'field_name':'cf_gift','value':'selected'}        | {'custom_fields':{}}     | {'custom_fields':{'cf_gift':true}} | true
            {'field_name':'cf_gift','value':'not_selected'}    | {'custom_fields':{}}     | {'custom_fields':{'cf_gift':true}} | false
            {'field_name':'cf_a','to':'y','to_nested_field':{'level2':{'field_name':'cf_b','value':'z'}}} | {'custom_fields':{}} | {'custom_fields':{'cf_a':'y','cf_b':'z'}} | true
            {'field_name':'cf_a','to':'y','to_nested_field':{'level2':{'field_name':'cf_b','value':'w'}}} | {'custom_fields':{}} | {'custom_fields':{'cf_a':'y','cf_b':'z'}} | false
            {'field_name':'ticket_action','value':'marked_spam'} | {'spam':false}         | {'spam':true}             | true
            {'field_name':'ticket_action','value':'delete'}    | {'spam':false}           | {'spam':true}             | false
            """)
    void a_change_sets_it_off(String asked, String before, String after, boolean does) {
        var event = event("ticket.updated", Actor.agent(9), before, after);

        assertThat(isSetOff(Performer.AGENT, null, asked, event)).isEqualTo(does);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 | {'field_name':'reply_sent'}                  | {'source':0,'category':3}                          | true
            1 | {'field_name':'reply_sent'}                  | {'source':2,'category':2,'private':true}           | false
            1 | {'field_name':'note_type','value':'private'} | {'source':2,'category':2,'private':true}           | true
            1 | {'field_name':'note_type','value':'public'}  | {'source':2,'category':2,'private':true}           | false
            1 | {'field_name':'note_type','value':'--'}      | {'source':2,'category':2,'private':true}           | true
            1 | {'field_name':'note_type'}                   | {'source':8,'category':2,'private':true}           | false
            2 | {'field_name':'reply_sent'}                  | {'source':0,'category':1,'incoming':true}          | true
            1 | {'field_name':'reply_sent'}                  | {'source':0,'category':1,'incoming':true}          | false
            3 | {'field_name':'reply_sent'}                  | {'source':0,'category':1,'incoming':true}          | true
            2 | {'field_name':'reply_sent'}                  | {'source':2,'category':1,'incoming':true}          | false
            2 | {'field_name':'note_type','value':'public'}  | {'source':2,'category':1,'incoming':true}          | true
            """)
    void an_entry_sets_it_off(int performer, String asked, String entry, boolean does) {
        var event = event("conversation.created", Actor.agent(9), null, entry);

        assertThat(isSetOff(performer, null, asked, event)).isEqualTo(does);
    }

    @Test
    void it_matters_who_acts() {
        var asked = "{'field_name':'status'}";
        var byAgent = event("ticket.updated", Actor.agent(9), "{'status':2}", "{'status':3}");
        var byRule = event("ticket.updated", Actor.rule(8), "{'status':2}", "{'status':3}");

        assertThat(isSetOff(Performer.AGENT, List.of(9L), asked, byAgent)).isTrue();
        assertThat(isSetOff(Performer.AGENT, List.of(7L), asked, byAgent)).isFalse();
        assertThat(isSetOff(Performer.AGENT_OR_REQUESTER, null, asked, byAgent)).isTrue();
        assertThat(isSetOff(Performer.SYSTEM, null, asked, byAgent)).isFalse();
        assertThat(isSetOff(Performer.SYSTEM, null, asked, byRule)).isTrue();
        assertThat(isSetOff(Performer.AGENT_OR_REQUESTER, null, asked, byRule)).isFalse();
    }

    @Test
    void what_was_erased_sets_nothing_off() {
        assertThat(isSetOff(
                        Performer.AGENT,
                        null,
                        "{'field_name':'status'}",
                        event("ticket.updated", Actor.agent(9), null, null)))
                .isFalse();
    }
}
