package dev.tautline.watch;

import dev.tautline.agent.AgentReport;
import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.agent.AgentReport.EffectiveSetting;
import dev.tautline.agent.AgentReport.HostSecond;
import dev.tautline.agent.AgentReport.PoolReport;
import dev.tautline.agent.AgentReport.PoolSecond;
import dev.tautline.agent.AgentReport.RequestSecond;
import dev.tautline.agent.Percentiles;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.PoolDetails;
import dev.tautline.diagnosis.PoolView;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RequestView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.diagnosis.Unit;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Turns the agents' reports into views: the last seconds of each signal beside its usual.
final class Instances {
    /// Seconds that one view looks at: short, so that an onset shows at once; more than one, so that a second
    /// without requests does not blank it.
    private static final int WINDOW_SECONDS = 3;

    /// A poll takes at most its period and its time-out.
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    private final Baselines baselines;
    private final Changes changes;
    private final Instant since;
    private final Map<String, Instant> startedAt = new HashMap<>();
    private final Map<String, Integer> secondsWell = new HashMap<>();
    private final Processes processes = new Processes();
    private final LastErrors lastErrors = new LastErrors();
    private final KeptBack keptBack = new KeptBack();

    Instances(Baselines baselines, Changes changes, Instant since) {
        this.baselines = baselines;
        this.changes = changes;
        this.since = since;
    }

    /// Null until the agent has answered once: an application that was never there is not missing.
    @Nullable
    InstanceView view(String name, Sampled<AgentReport> sampled, Instant now) {
        var report = sampled.value();
        if (report == null) {
            return null;
        }
        noteChanges(name, report);
        var told = sampled.at();
        var behind = told == null ? Duration.ZERO : Duration.between(report.at(), told);
        var pools = report.pools().stream()
                .map(pool -> pool(name, pool, report, behind))
                .toList();
        return new InstanceView(
                report.service(),
                name,
                report.startedAt(),
                sampled.silentSeconds(now, since, PATIENCE),
                pools,
                requests(name, recent(report.requests(), RequestSecond::epochSecond, report.at())),
                schedulingDelay(name, report),
                processes.view(name, report, sampled.problem()),
                secondsWell.getOrDefault(name, 0));
    }

    /// Ends a tick: who served requests without a symptom was well for one more second.
    void endTick(List<InstanceView> views, Symptoms symptoms) {
        views.stream()
                .filter(view ->
                        view.silentSeconds() == 0 && view.requests().answered() > 0 && !symptoms.on(view.name()))
                .forEach(view -> secondsWell.merge(view.name(), 1, Integer::sum));
    }

    private void noteChanges(String name, AgentReport report) {
        var before = startedAt.put(name, report.startedAt());
        boolean restarted = before != null && !before.equals(report.startedAt());
        if (restarted) {
            secondsWell.remove(name);
            keptBack.forget(name);
        }
        var at = restarted ? report.startedAt() : report.at();
        var start = new TreeMap<>(Map.of("start", report.startedAt().toString()));
        if (report.applicationVersion() != null) {
            start.put("version", report.applicationVersion());
        }
        changes.compare(Change.Kind.INSTANCE_START, name, start, at);
        var settings = new TreeMap<String, String>();
        for (var pool : report.pools()) {
            for (EffectiveSetting setting : pool.configuration()) {
                settings.put(pool.name() + "." + setting.name(), setting.value());
            }
        }
        // A report without pools is of an application that is still starting, not of one that lost its settings.
        if (!settings.isEmpty()) {
            changes.compare(Change.Kind.CLIENT_SETTING, name, settings, at);
        }
    }

    /// @param behind how far the application's clock is behind the guard's
    private PoolView pool(String instance, PoolReport pool, AgentReport report, Duration behind) {
        var seconds = recent(pool.seconds(), PoolSecond::epochSecond, report.at());
        var key = instance + "/" + pool.name() + "/";
        int borrows = seconds.stream().mapToInt(s -> s.acquireMicros().count()).sum();
        int timeouts = seconds.stream().mapToInt(PoolSecond::acquireTimeouts).sum();
        var acquire = seconds.stream().map(PoolSecond::acquireMicros).toList();
        var hold = seconds.stream().map(PoolSecond::holdMicros).toList();
        var view = new PoolView(
                pool.name(),
                hosts(pool.url()),
                pool.maximum(),
                pool.active(),
                pool.idle(),
                pool.pending(),
                pool.total(),
                timeouts,
                baselines.read(key + "borrows", "borrows", (double) borrows / WINDOW_SECONDS, Unit.PER_SECOND),
                millis(key + "acquire", "wait for a connection p95", acquire, Percentiles::p95),
                millis(key + "hold", "connections held for", hold, Percentiles::mean),
                fresh(pool, report.at(), behind),
                pool.configuration());
        double kept = keptBack.of(key, report.at(), pool.active(), view.connectionsAccountedFor());
        return view.with(details(key, pool, seconds, report.at(), kept));
    }

    private PoolDetails details(String key, PoolReport pool, List<PoolSecond> seconds, Instant at, double kept) {
        var connect = seconds.stream().map(PoolSecond::connectMicros).toList();
        int opened = connect.stream().mapToInt(Percentiles::count).sum();
        var failed = new TreeMap<String, Integer>();
        seconds.forEach(second ->
                second.statementsFailed().forEach((state, count) -> failed.merge(state, count, Integer::sum)));
        return new PoolDetails(
                baselines.read(
                        key + "connects", "connections opened", (double) opened / WINDOW_SECONDS, Unit.PER_SECOND),
                millis(key + "connect", "opening a connection", connect, Percentiles::mean),
                pool.seconds().stream()
                        .filter(second -> second.connectMicros().count() > 0)
                        .mapToLong(PoolSecond::epochSecond)
                        .max()
                        .stream()
                        .mapToObj(second -> (double) (at.getEpochSecond() - second))
                        .findFirst()
                        .orElse(null),
                seconds.stream().mapToInt(PoolSecond::connectsFailed).sum(),
                failed,
                lastErrors.of(key, pool.seconds(), at),
                kept);
    }

    private static List<String> hosts(String url) {
        return JdbcUrl.parse(url, new Origin.Live("agent")).url().stream()
                .flatMap(parsed -> parsed.hosts().stream())
                .map(HostPort::host)
                .toList();
    }

    /// By the guard's own clock; failures older than the window are the past.
    private static List<ConnectFailure> fresh(PoolReport pool, Instant at, Duration behind) {
        var from = at.minusSeconds(WINDOW_SECONDS + 2);
        return pool.connectFailures().stream()
                .filter(failure -> failure.last().isAfter(from))
                .map(failure -> new ConnectFailure(
                        failure.host(),
                        failure.step(),
                        failure.sqlState(),
                        failure.message(),
                        failure.count(),
                        failure.first().plus(behind),
                        failure.last().plus(behind)))
                .toList();
    }

    private @Nullable Reading schedulingDelay(String instance, AgentReport report) {
        var delays = recent(report.host(), HostSecond::epochSecond, report.at()).stream()
                .map(HostSecond::schedulingDelayMicros)
                .toList();
        return millis(instance + "/scheduling", "scheduling delay p95", delays, Percentiles::p95);
    }

    private RequestView requests(String instance, List<RequestSecond> seconds) {
        var key = instance + "/requests/";
        int answered = seconds.stream().mapToInt(RequestSecond::requests).sum();
        int errors = seconds.stream().mapToInt(RequestSecond::errors).sum();
        int slow = seconds.stream().mapToInt(RequestSecond::slow).sum();
        double rate = (double) answered / WINDOW_SECONDS;
        return new RequestView(
                answered,
                answered == 0 ? 0 : (double) errors / answered,
                answered == 0 ? 0 : (double) slow / answered,
                baselines.read(key + "rate", "requests", rate, Unit.PER_SECOND),
                requestMillis(key, "requests p95", seconds, RequestSecond::totalMicros, Percentiles::p95),
                requestMillis(key, "requests take", seconds, RequestSecond::totalMicros, Percentiles::mean),
                requestMillis(
                        key, "waiting for a connection", seconds, RequestSecond::waitingMicros, Percentiles::mean),
                requestMillis(key, "holding a connection", seconds, RequestSecond::holdingMicros, Percentiles::mean),
                requestMillis(key, "own work", seconds, RequestSecond::ownMicros, Percentiles::mean));
    }

    private @Nullable Reading requestMillis(
            String key,
            String what,
            List<RequestSecond> seconds,
            Function<RequestSecond, Percentiles> part,
            ToLongFunction<Percentiles> statistic) {
        return millis(key + what, what, seconds.stream().map(part).toList(), statistic);
    }

    /// The statistic over several seconds, each weighted by its count; null when there is nothing to weigh.
    private @Nullable Reading millis(
            String signal, String what, List<Percentiles> seconds, ToLongFunction<Percentiles> statistic) {
        long count = seconds.stream().mapToLong(Percentiles::count).sum();
        if (count == 0) {
            return null;
        }
        double micros = seconds.stream()
                .mapToDouble(second -> (double) second.count() * statistic.applyAsLong(second))
                .sum();
        return baselines.read(signal, what, micros / count / 1000, Unit.MILLIS);
    }

    private static <T> List<T> recent(List<T> seconds, ToLongFunction<T> epochSecond, Instant at) {
        long from = at.getEpochSecond() - WINDOW_SECONDS;
        var recent = new ArrayList<T>();
        for (var second : seconds) {
            if (epochSecond.applyAsLong(second) >= from) {
                recent.add(second);
            }
        }
        return recent;
    }
}
