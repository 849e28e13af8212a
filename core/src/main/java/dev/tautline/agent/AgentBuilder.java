package dev.tautline.agent;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Collects what an agent needs to know about its application.
public final class AgentBuilder {
    /// Above this a visitor starts to doubt that anything will come (Nielsen, Response Times, 1993: 1 s keeps the
    /// flow of thought).
    public static final Duration DEFAULT_SLOW = Duration.ofSeconds(1);

    private final String service;
    private String instance;
    private Duration slow = DEFAULT_SLOW;
    private AgentClock clock = AgentClock.SYSTEM;
    private @Nullable Integer requestThreads;
    private @Nullable String applicationVersion;

    AgentBuilder(String service) {
        this.service = service;
        this.instance = "pid-" + ProcessHandle.current().pid();
    }

    /// Distinguishes this process among those of the service; the process number when not given.
    public AgentBuilder instance(String instance) {
        this.instance = instance;
        return this;
    }

    /// A request is slow when its total time exceeds this; 1 s when not given.
    ///
    /// @throws IllegalArgumentException when not positive
    public AgentBuilder slow(Duration slow) {
        if (!slow.isPositive()) {
            throw new IllegalArgumentException("The limit for slow requests is " + slow + "; it must be more than 0");
        }
        this.slow = slow;
        return this;
    }

    /// How many requests the application works on at once at most, so that the guard can tell when they are all
    /// taken.
    ///
    /// @param most null without a limit, or when nobody knows it
    /// @throws IllegalArgumentException when less than 1
    public AgentBuilder requestThreads(@Nullable Integer most) {
        if (most != null && most < 1) {
            throw new IllegalArgumentException("The number of request threads is " + most + "; it must be at least 1");
        }
        this.requestThreads = most;
        return this;
    }

    /// Which version of the application this is, so that a deploy shows as such.
    ///
    /// @param version as people write it; null or blank when it has none
    public AgentBuilder applicationVersion(@Nullable String version) {
        this.applicationVersion = version == null || version.isBlank() ? null : version.strip();
        return this;
    }

    public AgentBuilder clock(AgentClock clock) {
        this.clock = clock;
        return this;
    }

    /// Starts the agent's one thread, which measures the host's scheduling delay.
    public Agent build() {
        return new Agent(service, instance, clock, slow, requestThreads, applicationVersion);
    }
}
