package dev.tautline.alert.quiet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.jspecify.annotations.Nullable;

/// A time in which work is expected: nobody is told of what matches. It comes back by a rule of iCalendar (RFC 5545,
/// 3.3.10). The rule counts on the wall clock of its zone, so that two o'clock stays two o'clock when the clocks are
/// changed; an hour that is left out begins when it would have, one that comes twice begins the first time.
///
/// @param start the first time, on the zone's wall clock
/// @param rule null when it comes once
/// @param matchers all must match; none for everything
public record Maintenance(
        String name,
        LocalDateTime start,
        ZoneId zone,
        Duration lasting,
        @Nullable String rule,
        List<Matcher> matchers) {
    /// A rule that comes more often than this between its start and now is not followed further back.
    private static final int MOST_TIMES = 100_000;

    public Maintenance {
        matchers = List.copyOf(matchers);
    }

    /// Null when the rule can be used, else what is wrong with it.
    public static @Nullable String problemOf(String rule) {
        try {
            new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT);
            return null;
        } catch (InvalidRecurrenceRuleException e) {
            return String.valueOf(e.getMessage());
        }
    }

    boolean covers(Labels labels) {
        return matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }

    /// Whether `at` lies in it: its beginning counts, its end does not.
    public boolean holds(Instant at) {
        var first = start.atZone(zone).toInstant();
        if (rule == null) {
            return within(first, at);
        }
        // From the wall clock a little before the earliest beginning that could still last: a day is never longer than
        // 25 hours.
        var from = at.minus(lasting).atZone(zone).toLocalDateTime().minusHours(26);
        var until = at.atZone(zone).toLocalDateTime().plusHours(2);
        return beginnings(rule, from, until).stream()
                .anyMatch(begin -> within(begin.atZone(zone).toInstant(), at));
    }

    private boolean within(Instant begin, Instant at) {
        return !at.isBefore(begin) && at.isBefore(begin.plus(lasting));
    }

    private List<LocalDateTime> beginnings(String written, LocalDateTime from, LocalDateTime until) {
        var found = new ArrayList<LocalDateTime>();
        var times = rule(written).iterator(floating(start));
        if (from.isAfter(start)) {
            times.fastForward(floating(from));
        }
        for (int i = 0; i < MOST_TIMES && times.hasNext(); i++) {
            var next = local(times.nextDateTime());
            if (next.isAfter(until)) {
                break;
            }
            found.add(next);
        }
        return found;
    }

    private RecurrenceRule rule(String written) {
        try {
            var parsed = new RecurrenceRule(written, RecurrenceRule.RfcMode.RFC5545_STRICT);
            var end = parsed.getUntil();
            if (end != null && !end.isFloating()) {
                // With a zone, UNTIL is in UTC (RFC 5545, 3.3.10); the rule is followed on the wall clock.
                var wall = Instant.ofEpochMilli(end.getTimestamp()).atZone(zone).toLocalDateTime();
                parsed.setUntil(floating(wall));
            }
            return parsed;
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalStateException("the rule of maintenance " + name + " was not tested", e);
        }
    }

    private static DateTime floating(LocalDateTime wall) {
        return new DateTime(
                (TimeZone) null,
                wall.getYear(),
                wall.getMonthValue() - 1,
                wall.getDayOfMonth(),
                wall.getHour(),
                wall.getMinute(),
                wall.getSecond());
    }

    private static LocalDateTime local(DateTime wall) {
        return LocalDateTime.of(
                wall.getYear(),
                wall.getMonth() + 1,
                wall.getDayOfMonth(),
                wall.getHours(),
                wall.getMinutes(),
                wall.getSeconds());
    }
}
