package dev.hilo.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What four more weeks would bring if they are like those replayed: each share with the interval in which it lies in 95 of 100
 * months, from how much it has varied from week to week. And how such forecasts have fared: each month of the run is forecast
 * from the weeks before it.
 *
 * @param weeks that it rests on, the newest
 * @param answered of all tickets
 * @param rightOut of all tickets: answered, and right
 * @param wrongOut of all tickets: answered, and wrong
 * @param heldOut how forecasts of "answered" fared on months that were kept from them; null where there was none
 */
public record MonthAhead(int weeks, Share answered, Share rightOut, Share wrongOut, HeldOut heldOut) {

    public record Share(double value, double low, double high) {
        boolean holds(double outcome) {
            return low <= outcome && outcome <= high;
        }
    }

    /**
     * @param within of the months, how many came within five points of the forecast
     * @param inside of the months, how many came inside the interval
     */
    public record HeldOut(int months, int within, int inside) {}

    /** Tickets of a week. */
    private record Week(int n, double answered, double right, double wrong) {}

    private static final int MONTH = 4;
    private static final int FEWEST_WEEKS = 4;
    private static final int MOST_WEEKS = 12;
    private static final int FEWEST_TICKETS = 5;
    private static final double CLOSE = 0.05;
    private static final double ERROR = 0.05;
    private static final double LIKELIER_RIGHT = 0.5;

    /** Null where too few weeks were replayed to tell. */
    static MonthAhead of(List<SimulationCase> cases, double gate) {
        var weeks = weeks(cases, gate);
        if (weeks.size() < FEWEST_WEEKS) return null;
        var last = newest(weeks, weeks.size());
        return new MonthAhead(
                last.size(),
                share(last, Week::answered),
                share(last, Week::right),
                share(last, Week::wrong),
                heldOut(weeks));
    }

    /** From Monday to Monday, the oldest first; weeks with hardly a ticket tell nothing. */
    private static List<Week> weeks(List<SimulationCase> cases, double gate) {
        var byMonday = new TreeMap<LocalDate, List<SimulationCase>>();
        for (var c : cases) {
            if (c.asOf() != null) {
                byMonday.computeIfAbsent(monday(c.asOf()), monday -> new ArrayList<>())
                        .add(c);
            }
        }
        return byMonday.values().stream()
                .filter(list -> list.size() >= FEWEST_TICKETS)
                .map(list -> week(list, gate))
                .toList();
    }

    private static LocalDate monday(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Week week(List<SimulationCase> cases, double gate) {
        var answered = cases.stream().filter(c -> c.isAnswered(gate)).toList();
        double right = answered.stream().filter(MonthAhead::isRight).count();
        double all = answered.size();
        return new Week(cases.size(), all, right, all - right);
    }

    private static boolean isRight(SimulationCase c) {
        return c.mark() == null ? c.right() >= LIKELIER_RIGHT : c.mark().isRight();
    }

    private static List<Week> newest(List<Week> weeks, int before) {
        return weeks.subList(Math.max(0, before - MOST_WEEKS), before);
    }

    /** The mean of past weeks, with the interval for the mean of as many weeks as a month has. */
    private static Share share(List<Week> weeks, ToDoubleFunction<Week> count) {
        int k = weeks.size();
        double tickets = weeks.stream().mapToInt(Week::n).sum();
        double value = weeks.stream().mapToDouble(count).sum() / tickets;
        double spread = weeks.stream()
                .mapToDouble(week -> week.n() * Math.pow(count.applyAsDouble(week) / week.n() - value, 2))
                .sum();
        double variance = Math.max(spread / (k - 1) / (tickets / k), chance(value, tickets) / (tickets / k));
        double t = TDistribution.of(k - 1.0).inverseCumulativeProbability(1 - ERROR / 2);
        double half = t * Math.sqrt(variance * (1.0 / MONTH + 1.0 / k));
        return new Share(value, Math.max(0, value - half), Math.min(1, value + half));
    }

    /** What varies by chance alone, even where no week was different so far. */
    private static double chance(double share, double tickets) {
        double shrunk = (share * tickets + 1) / (tickets + 2);
        return shrunk * (1 - shrunk);
    }

    private static HeldOut heldOut(List<Week> weeks) {
        int months = 0;
        int within = 0;
        int inside = 0;
        for (int from = FEWEST_WEEKS; from + MONTH <= weeks.size(); from += MONTH) {
            var forecast = share(newest(weeks, from), Week::answered);
            var month = weeks.subList(from, from + MONTH);
            double outcome = month.stream().mapToDouble(Week::answered).sum()
                    / month.stream().mapToInt(Week::n).sum();
            months++;
            if (Math.abs(outcome - forecast.value()) <= CLOSE) within++;
            if (forecast.holds(outcome)) inside++;
        }
        return months == 0 ? null : new HeldOut(months, within, inside);
    }
}
