package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The server answers, and refuses what is asked of it: requests fail because their statements do, each time with the
/// same SQLSTATE (PostgreSQL manual 18, appendix A).
final class RefusedCalls implements Hypothesis {
    /// One call may have asked for too much by itself.
    private static final int SEVERAL = 3;

    /// Of the requests that fail, those that may have failed of it: fewer are a by-product, as a key that is there
    /// already.
    private static final double SOME = 0.3;

    private static final double MOST = 0.5;

    /// Rollbacks are counted over ten seconds, and not every statement meets what was changed.
    private static final Duration COUNTED = Duration.ofSeconds(20);

    private final Refusal refusal;

    RefusedCalls(Refusal refusal) {
        this.refusal = refusal;
    }

    /// Of those that no hypothesis of its own judges.
    static List<Hypothesis> all() {
        return Stream.of(Refusal.values())
                .filter(refusal -> refusal != Refusal.SESSIONS_READ_ONLY)
                .<Hypothesis>map(RefusedCalls::new)
                .toList();
    }

    @Override
    public Cause cause() {
        return refusal.cause();
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var pools = PoolOf.all(scene);
        if (pools.isEmpty()) {
            return withoutAgents(scene, symptoms);
        }
        var failing = pools.stream().filter(of -> failed(of) > 0).toList();
        if (failing.isEmpty()) {
            return new Refuted("no call failed with " + refusal.words());
        }
        var most = failing.stream()
                .filter(of -> failed(of) >= SEVERAL && (explained(of) >= SOME || isHarmItself(of, symptoms)))
                .findFirst();
        return most.map(of -> (Judgement) supported(of, scene))
                .orElseGet(() -> new Unknown(
                        String.join("; ", failing.stream().map(this::describe).toList())));
    }

    /// What the server's log tells of the statements of all clients, where far more of them fail than usual.
    private Judgement withoutAgents(Scene scene, Symptoms symptoms) {
        var rolling = symptoms.all().stream()
                .filter(symptom -> symptom.kind() == Symptom.Kind.SERVER_ROLLS_BACK)
                .toList();
        var logged = rolling.stream()
                .flatMap(symptom -> scene.server(symptom.subject()).stream())
                .filter(server -> server.failures() != null)
                .toList();
        return logged.isEmpty()
                ? byChange(scene, rolling)
                : logged.stream()
                        .map(server -> byLog(server, scene))
                        .filter(Supported.class::isInstance)
                        .findFirst()
                        .orElseGet(() -> byLog(logged.getFirst(), scene));
    }

    private Judgement byLog(ServerView server, Scene scene) {
        var failures = Objects.requireNonNull(server.failures());
        int failed = failures.with(refusal::tells);
        if (failed == 0) {
            return new Refuted(server.target() + "'s log tells of no statement that failed with " + refusal.words());
        }
        var told = server.target() + "'s log: " + failures.describe(refusal::tells);
        if (failed < SEVERAL || failed < MOST * failures.with(state -> true)) {
            return new Unknown(told + "; most of what failed did so otherwise");
        }
        var change = change(server.target(), scene, COUNTED);
        var evidence = new ArrayList<String>();
        evidence.add(told);
        change.ifPresent(it -> evidence.add(it.dated()));
        return new Supported(
                refusal.cause(),
                server.target(),
                refusal.plain() || change.isPresent() ? Strength.CERTAIN : Strength.LIKELY,
                refusal.statement(),
                evidence,
                refusal.fix(),
                change.orElse(null));
    }

    /// Nobody tells how calls end. That many more of them fail right after a change that leads to it says much.
    private Judgement byChange(Scene scene, List<Symptom> rolling) {
        return rolling.stream()
                .flatMap(symptom -> change(symptom.subject(), scene, COUNTED)
                        .filter(change -> change.subject().equals(symptom.subject()))
                        .map(change -> since(change, symptom))
                        .stream())
                .findFirst()
                .orElseGet(() -> new Unknown("no agent tells how calls on its connections end"));
    }

    private Judgement since(Change change, Symptom symptom) {
        return new Supported(
                refusal.cause(),
                symptom.subject(),
                Strength.LIKELY,
                "transactions are rolled back since a change after which " + refusal.statement(),
                List.of(symptom.statement(), change.dated()),
                refusal.fix(),
                change);
    }

    /// An application that does without an answer has requests that succeed although each call fails.
    private boolean isHarmItself(PoolOf of, Symptoms symptoms) {
        int all = of.pool().details().statementsFailed().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return refusal.plain()
                && failed(of) >= MOST * all
                && shows(Symptom.Kind.STATEMENTS_FAILING, of, symptoms)
                && !shows(Symptom.Kind.REQUESTS_FAILING, of, symptoms);
    }

    private static boolean shows(Symptom.Kind kind, PoolOf of, Symptoms symptoms) {
        return symptoms.all().stream()
                .anyMatch(symptom -> symptom.kind() == kind
                        && symptom.subject().equals(of.instance().name()));
    }

    private Supported supported(PoolOf of, Scene scene) {
        var target = Behind.of(of, scene);
        var change = change(of.instance(), target, scene);
        var evidence = new ArrayList<String>();
        evidence.add(describe(of));
        refusal.settings().stream()
                .flatMap(name -> of.pool().setting(name).stream())
                .map(setting -> setting.name() + "=" + setting.value() + " at " + setting.origin())
                .forEach(evidence::add);
        change.ifPresent(it -> evidence.add(it.dated()));
        boolean certain = change.isPresent() || (refusal.plain() && explained(of) >= MOST);
        return new Supported(
                refusal.cause(),
                target,
                certain ? Strength.CERTAIN : Strength.LIKELY,
                refusal.statement(),
                evidence,
                refusal.fix(),
                change.orElse(null));
    }

    /// The newest that leads to it and was not followed by calm; else the start of the version that asks.
    private Optional<Change> change(InstanceView instance, String target, Scene scene) {
        var starts = scene.changes(Change.Kind.INSTANCE_START, instance.name())
                .filter(start -> refusal.plain() && start.before() != null && !scene.calmAfter(start.at()));
        return change(target, scene, Scene.CALM).or(starts::findFirst);
    }

    private Optional<Change> change(String target, Scene scene, Duration calm) {
        return scene.server(target).stream()
                .flatMap(server -> Stream.of(Change.Kind.values()).flatMap(kind -> Recent.of(scene, server, kind)))
                .filter(refusal::follows)
                .filter(change -> change.before() != null || change.kind() == Change.Kind.SCHEMA)
                .filter(change -> !scene.calmAfter(change.at(), calm) && !Recent.cancelledOut(change, scene))
                .max(Comparator.comparing(Change::at));
    }

    private int failed(PoolOf of) {
        return of.pool().details().failedWith(refusal::tells);
    }

    /// The part of the failed requests that may have failed of it; 1 where nobody counts requests.
    private double explained(PoolOf of) {
        var requests = of.instance().requests();
        double errors = requests.errors() * requests.answered();
        if (requests.answered() == 0) {
            return 1;
        }
        return errors < 1 ? 0 : failed(of) / errors;
    }

    private String describe(PoolOf of) {
        return "%s's pool %s: %d calls failed with %s (of all: %s)"
                .formatted(
                        of.instance().name(),
                        of.pool().name(),
                        failed(of),
                        refusal.words(),
                        of.pool().details().statementsFailed());
    }
}
