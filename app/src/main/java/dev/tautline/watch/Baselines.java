package dev.tautline.watch;

import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Unit;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is usual for each signal: the median of its healthy past, seen together with what it was at this hour of the
/// week. A value counts only after it has waited out the quarantine without a symptom, so that the first bad seconds of
/// an outage never become the usual. Not thread-safe: the watch's own thread uses it.
final class Baselines {
    private static final Logger LOG = LoggerFactory.getLogger(Baselines.class);
    private static final int QUARANTINE = 6;

    /// Of a slot with fewer healthy values nothing is remembered.
    private static final int FEWEST_OF_SLOT = 30;

    /// An instance that was replaced leaves nothing for good. By hours that were lived through, for the clock may be
    /// set.
    private static final int REMEMBERED_HOURS = 14 * 24;

    private static final int SLOTS_AN_HOUR = 3600 / Season.SLOT_SECONDS;

    private final Map<String, Signal> signals = new HashMap<>();
    private @Nullable Long slot;
    private Map<String, String> seasons = Map.of();

    /// The value of one tick beside its usual.
    Reading read(String signal, String what, double now, Unit unit) {
        var of = signals.computeIfAbsent(signal, key -> new Signal());
        of.present = now;
        return new Reading(what, now, of.usual(slot, unit), unit);
    }

    /// The latest healthy values of each signal, oldest first.
    Map<String, List<Double>> past() {
        var all = new HashMap<String, List<Double>>();
        signals.forEach((name, signal) -> {
            if (signal.past.size() > 0) {
                all.put(name, signal.past.all());
            }
        });
        return all;
    }

    /// What each signal was at the times of the day and the hours of the week, as text; another map after each hour.
    Map<String, String> seasons() {
        return seasons;
    }

    /// Starts with what an earlier watch learnt.
    ///
    /// @param past what [#past] answered
    /// @param known what [#seasons] answered; what is damaged is learnt anew
    void learn(Map<String, List<Double>> past, Map<String, String> known) {
        past.forEach((name, values) -> values.forEach(signals.computeIfAbsent(name, key -> new Signal()).past::add));
        known.forEach((name, text) -> Season.of(text)
                .ifPresentOrElse(
                        season -> signals.computeIfAbsent(name, key -> new Signal()).season = season,
                        () -> LOG.error("the usual week of {} cannot be read and is learnt anew", name)));
        keepSeasons();
    }

    /// Ends a tick: in health the values of this tick move on towards the baseline, else the quarantine is emptied.
    void endTick(boolean healthy, Instant at) {
        signals.values().forEach(signal -> signal.endTick(healthy));
        long present = Math.floorDiv(at.getEpochSecond(), (long) Season.SLOT_SECONDS);
        var before = slot;
        slot = present;
        if (before != null && present != before) {
            endSlot(before, present == before + 1);
        }
    }

    /// @param whole whether the next one follows it: else the clock was set, or the machine slept
    private void endSlot(long ended, boolean whole) {
        signals.values().forEach(signal -> signal.endSlot(ended, whole));
        if (Math.floorMod(ended, (long) SLOTS_AN_HOUR) == SLOTS_AN_HOUR - 1) {
            signals.values().removeIf(Signal::unseenForAnHourMore);
            keepSeasons();
        }
    }

    private void keepSeasons() {
        var all = new HashMap<String, String>();
        signals.forEach((name, signal) -> {
            if (signal.season != null) {
                all.put(name, signal.season.text());
            }
        });
        seasons = Map.copyOf(all);
    }

    private static final class Signal {
        private final Deque<Double> quarantine = new ArrayDeque<>(QUARANTINE + 2);
        private final Lately past = new Lately();
        private @Nullable Season season;
        private @Nullable Double present;
        private int ofSlot;
        private boolean seen;
        private int unseenHours;

        /// Times must not become usual by creeping up within a day: the lower one counts. How much there is to do may
        /// rise with the hour: the higher one counts.
        @Nullable
        Double usual(@Nullable Long slot, Unit unit) {
            var lately = past.median();
            var then = season == null || slot == null ? null : season.usual(slot);
            if (lately == null || then == null) {
                return lately == null ? then : lately;
            }
            return unit == Unit.MILLIS ? Math.min(lately, then) : Math.max(lately, then);
        }

        /// At the end of each hour; true when it is to be forgotten.
        boolean unseenForAnHourMore() {
            unseenHours = seen ? 0 : unseenHours + 1;
            seen = false;
            return unseenHours > REMEMBERED_HOURS;
        }

        void endTick(boolean healthy) {
            seen |= present != null;
            if (!healthy) {
                quarantine.clear();
            } else if (present != null) {
                quarantine.addLast(present);
                if (quarantine.size() > QUARANTINE) {
                    past.add(quarantine.removeFirst());
                    ofSlot++;
                }
            }
            present = null;
        }

        void endSlot(long slot, boolean whole) {
            if (whole && ofSlot >= FEWEST_OF_SLOT) {
                if (season == null) {
                    season = new Season();
                }
                season.take(slot, Objects.requireNonNull(past.median()));
            }
            ofSlot = 0;
            if (season != null && !whole) {
                season.breakHour();
            } else if (season != null && Math.floorMod(slot, (long) SLOTS_AN_HOUR) == SLOTS_AN_HOUR - 1) {
                season.endHour(slot);
            }
        }
    }
}
