package dev.tautline.agent;

import java.time.Instant;

/// The agent's two clocks: the wall clock names the second that an event belongs to, the other measures durations.
public interface AgentClock {
    AgentClock SYSTEM = new AgentClock() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long epochSecond() {
            return System.currentTimeMillis() / 1000;
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    };

    Instant now();

    /// The wall clock's second; apart from `now()` because the hot path must not allocate.
    default long epochSecond() {
        return now().getEpochSecond();
    }

    /// Only differences of two readings mean anything.
    long nanos();
}
