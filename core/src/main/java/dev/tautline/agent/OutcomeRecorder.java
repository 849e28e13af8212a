package dev.tautline.agent;

import dev.tautline.agent.AgentReport.OutcomeSecond;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts per second what the business lives on, by name. Thread-safe.
final class OutcomeRecorder {
    /// A name is a kind of thing, never one of them: more than this are no kinds.
    static final int MOST_NAMES = 20;

    private final ConcurrentHashMap<String, LastSeconds<LongAdder>> byName = new ConcurrentHashMap<>();
    private final AgentClock clock;

    OutcomeRecorder(AgentClock clock) {
        this.clock = clock;
    }

    void achieved(String name) {
        var seconds = byName.get(name);
        if (seconds == null) {
            if (byName.size() >= MOST_NAMES) {
                return;
            }
            seconds = byName.computeIfAbsent(name, key -> new LastSeconds<>(clock, LongAdder::new));
        }
        seconds.current().increment();
    }

    /// By name, in its order; the seconds of each as [LastSeconds#complete].
    List<OutcomeSecond> report() {
        var all = new ArrayList<OutcomeSecond>();
        byName.keySet().stream().sorted().forEach(name -> {
            var seconds = byName.get(name);
            if (seconds != null) {
                all.addAll(seconds.complete((second, count) -> new OutcomeSecond(name, second, count.intValue())));
            }
        });
        return List.copyOf(all);
    }
}
