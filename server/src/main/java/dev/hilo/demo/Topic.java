package dev.hilo.demo;

import java.util.List;
import java.util.Map;

/**
 * Something that customers write about.
 *
 * @param kind what it is about: an order, a device, the app, the cloud
 * @param priorities weights of low, medium, high, urgent
 * @param flows how a ticket about it may go
 * @param pairs occasions whose lines belong together one by one: what is answered follows from what was asked
 * @param season when there are more of them; null when always alike
 */
record Topic(
        String name,
        String group,
        String type,
        double weight,
        List<String> tags,
        String kind,
        double[] priorities,
        List<Flow> flows,
        Map<String, List<String>> pairs,
        String season,
        Map<Language, Lines> texts) {

    /** The steps after the customer's first message. */
    record Flow(double weight, List<String> steps) {}

    Lines in(Language language) {
        return texts.get(language);
    }

    Flow flow(Dice dice) {
        return flows.get(dice.weighted(flows.stream().mapToDouble(Flow::weight).toArray()));
    }
}
