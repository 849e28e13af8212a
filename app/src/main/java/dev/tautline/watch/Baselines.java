package dev.tautline.watch;

import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Unit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is usual for each signal: the median of its healthy past. A value counts only after it has waited out the
/// quarantine without a symptom, so that the first bad seconds of an outage never become the usual. Not thread-safe:
/// the watch's own thread uses it.
final class Baselines {
    /// Fewer values than this tell nothing about what is usual.
    private static final int FEWEST = 8;

    private static final int MOST = 300;
    private static final int QUARANTINE = 6;

    private final Map<String, Signal> signals = new HashMap<>();

    /// The value of one tick beside its usual.
    Reading read(String signal, String what, double now, Unit unit) {
        var of = signals.computeIfAbsent(signal, key -> new Signal());
        of.present = now;
        return new Reading(what, now, of.usual(), unit);
    }

    /// The healthy past of each signal, oldest first.
    Map<String, List<Double>> past() {
        var all = new HashMap<String, List<Double>>();
        signals.forEach((name, signal) -> {
            if (!signal.past.isEmpty()) {
                all.put(name, List.copyOf(signal.past));
            }
        });
        return all;
    }

    /// Starts with what an earlier watch learnt.
    void learn(Map<String, List<Double>> past) {
        past.forEach((name, values) ->
                signals.computeIfAbsent(name, key -> new Signal()).past.addAll(values));
    }

    /// Ends a tick: in health the values of this tick move on towards the baseline, else the quarantine is emptied.
    void endTick(boolean healthy) {
        signals.values().forEach(signal -> signal.endTick(healthy));
    }

    private static final class Signal {
        private final Deque<Double> quarantine = new ArrayDeque<>();
        private final Deque<Double> past = new ArrayDeque<>();
        private @Nullable Double present;

        @Nullable
        Double usual() {
            if (past.size() < FEWEST) {
                return null;
            }
            var sorted = past.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }

        void endTick(boolean healthy) {
            if (!healthy) {
                quarantine.clear();
            } else if (present != null) {
                quarantine.addLast(present);
                if (quarantine.size() > QUARANTINE) {
                    past.addLast(quarantine.removeFirst());
                }
                if (past.size() > MOST) {
                    past.removeFirst();
                }
            }
            present = null;
        }
    }
}
