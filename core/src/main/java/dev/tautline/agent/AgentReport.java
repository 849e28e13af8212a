package dev.tautline.agent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the agent of one application instance answers when asked. Seconds are complete ones only, oldest first, at
/// most the last ten: a reader that polls each second can merge by `epochSecond` and loses or doubles nothing.
/// Secrets are masked before a value gets in here.
///
/// @param version of this report's form
/// @param applicationVersion of the application itself, as it calls it; null when nobody told the agent
/// @param outcomes what the business lives on, such as orders taken, by name and second
public record AgentReport(
        int version,
        String service,
        String instance,
        Instant startedAt,
        Instant at,
        List<PoolReport> pools,
        List<RequestSecond> requests,
        Visitors visitors,
        List<HostSecond> host,
        @Nullable ProcessReport process,
        @Nullable String applicationVersion,
        List<OutcomeSecond> outcomes) {
    public static final int VERSION = 1;

    public AgentReport {
        // An older agent does not tell.
        outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
    }

    /// The report of an application that has no version.
    public AgentReport(
            int version,
            String service,
            String instance,
            Instant startedAt,
            Instant at,
            List<PoolReport> pools,
            List<RequestSecond> requests,
            Visitors visitors,
            List<HostSecond> host,
            @Nullable ProcessReport process) {
        this(version, service, instance, startedAt, at, pools, requests, visitors, host, process, null, List.of());
    }

    /// The report of an agent that tells nothing of its process.
    public AgentReport(
            int version,
            String service,
            String instance,
            Instant startedAt,
            Instant at,
            List<PoolReport> pools,
            List<RequestSecond> requests,
            Visitors visitors,
            List<HostSecond> host) {
        this(version, service, instance, startedAt, at, pools, requests, visitors, host, null, null, List.of());
    }

    /// One pool. The gauges are of the instant `at`; `pending` counts threads that wait for a connection.
    /// `unobserved` says in words what is not known about this pool: a zero of that is no zero.
    public record PoolReport(
            String name,
            String url,
            int maximum,
            int active,
            int idle,
            int pending,
            int total,
            List<PoolSecond> seconds,
            List<ConnectFailure> connectFailures,
            List<EffectiveSetting> configuration,
            List<String> unobserved) {
        /// A pool of which everything is observed.
        public PoolReport(
                String name,
                String url,
                int maximum,
                int active,
                int idle,
                int pending,
                int total,
                List<PoolSecond> seconds,
                List<ConnectFailure> connectFailures,
                List<EffectiveSetting> configuration) {
            this(name, url, maximum, active, idle, pending, total, seconds, connectFailures, configuration, List.of());
        }
    }

    /// One second of one pool: waits for a connection, times that connections were held, connections opened.
    ///
    /// @param statementsFailed how many calls ended in an error, by SQLSTATE; never their words, which may
    ///     hold data
    public record PoolSecond(
            long epochSecond,
            int acquireTimeouts,
            Percentiles acquireMicros,
            Percentiles holdMicros,
            int connectsFailed,
            Percentiles connectMicros,
            Map<String, Integer> statementsFailed) {
        public PoolSecond {
            // An older agent does not tell.
            statementsFailed = statementsFailed == null ? Map.of() : Map.copyOf(statementsFailed);
        }

        /// A second in which no statement failed.
        public PoolSecond(
                long epochSecond,
                int acquireTimeouts,
                Percentiles acquireMicros,
                Percentiles holdMicros,
                int connectsFailed,
                Percentiles connectMicros) {
            this(epochSecond, acquireTimeouts, acquireMicros, holdMicros, connectsFailed, connectMicros, Map.of());
        }
    }

    /// Failed attempts to open a connection in the last minute, grouped by host, step of the ladder and SQLSTATE.
    public record ConnectFailure(
            String host, String step, String sqlState, String message, int count, Instant first, Instant last) {}

    /// One effective setting, as the running pool or driver has it. `origin` is a file:line, an environment
    /// variable, or the documented default.
    public record EffectiveSetting(String name, String value, String origin) {}

    /// One second of requests. `waiting` is time spent waiting for a connection, `holding` time with one in hand,
    /// `own` the rest: the application's and the frontend's own work.
    public record RequestSecond(
            long epochSecond,
            int requests,
            int errors,
            int slow,
            Percentiles totalMicros,
            Percentiles waitingMicros,
            Percentiles holdingMicros,
            Percentiles ownMicros) {}

    /// How often in one second something was achieved that the business lives on.
    public record OutcomeSecond(String name, long epochSecond, int count) {}

    /// Distinct visitors of the last `windowSeconds`, and those of them who met an error or a slow answer.
    ///
    /// @param affectedWithin how many did so in the last 1, 2, … `windowSeconds` seconds, the present one
    ///     being the first, so that an incident need not count who was hit before it
    public record Visitors(int windowSeconds, int seen, int affected, List<Integer> affectedWithin) {
        public Visitors {
            affectedWithin = affectedWithin == null ? List.of() : List.copyOf(affectedWithin);
        }

        /// Visitors affected in the last `seconds`: of the whole window when it is shorter, or when an older
        /// agent tells no more.
        public int affectedWithin(long seconds) {
            return affectedWithin.isEmpty()
                    ? affected
                    : affectedWithin.get(Math.clamp(seconds - 1, 0, affectedWithin.size() - 1));
        }
    }

    /// How late a one-millisecond sleep woke up: high when this process lacks CPU or pauses for garbage collection.
    public record HostSecond(long epochSecond, Percentiles schedulingDelayMicros) {}

    /// The process at the instant `at`. The totals run since its start: two reports tell the rate.
    ///
    /// @param requestsInFlight requests that have begun and not ended
    /// @param requestThreads how many the application works on at once at most; null without a limit,
    ///     or when nobody knows it
    /// @param pauseMillisTotal time that collectors of garbage spent (`GarbageCollectorMXBean`)
    /// @param cpuMillisTotal processor time of all threads; -1 when the platform does not tell
    /// @param processors that the process may use
    public record ProcessReport(
            int requestsInFlight,
            @Nullable Integer requestThreads,
            long pauseMillisTotal,
            long cpuMillisTotal,
            int processors) {}
}
