package dev.tautline.probe;

import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.StepResult.Skipped;
import dev.tautline.probe.evidence.Evidence;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs steps against their deadlines and writes down how each ended. Confined to one thread.
final class StepLog {
    private final Deadline total;
    private final StepTimeouts timeouts;
    private final StepListener listener;
    private final List<StepResult> results = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();

    StepLog(Deadline total, StepTimeouts timeouts, StepListener listener) {
        this.total = total;
        this.timeouts = timeouts;
        this.listener = listener;
    }

    /// The same steps so far, to go on from for another address.
    StepLog fork() {
        var log = new StepLog(total, timeouts, listener);
        log.results.addAll(results);
        log.evidence.addAll(evidence);
        return log;
    }

    /// When a step that began now would have to end.
    Deadline deadline(Step step) {
        return total.orSooner(timeouts.of(step));
    }

    /// What one step does; it has to end by the deadline it gets.
    interface Attempt<T> {
        T run(Deadline deadline) throws IOException, StepFailed, TimeoutException, InterruptedException;
    }

    /// The ladder ends here; the log holds the reason.
    static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /// Climbs one rung.
    <R extends Rung> R run(Step step, Diagnosing diagnosing, Attempt<R> attempt) throws Stopped {
        return run(step, diagnosing, attempt, Rung::evidence);
    }

    /// Asks for something that is over with the answer.
    <E extends Evidence> E ask(Step step, Diagnosing diagnosing, Attempt<E> attempt) throws Stopped {
        return run(step, diagnosing, attempt, answer -> answer);
    }

    private <T> T run(Step step, Diagnosing diagnosing, Attempt<T> attempt, Function<T, Evidence> seen) throws Stopped {
        listener.begins(step);
        long begin = System.nanoTime();
        var deadline = deadline(step);
        try {
            var outcome = attempt.run(deadline);
            var took = since(begin);
            see(seen.apply(outcome));
            results.add(new Passed(step, took, evidence.getLast().words()));
            return outcome;
        } catch (StepFailed e) {
            var symptom = endedByUs(e, deadline) ? timedOut(step, since(begin)) : e.symptom();
            throw stop(step, since(begin), diagnosing, symptom);
        } catch (TimeoutException e) {
            throw stop(step, since(begin), diagnosing, timedOut(step, since(begin)));
        } catch (IOException e) {
            throw stop(step, since(begin), diagnosing, new Symptom.SystemError(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted in the step " + step);
        }
    }

    /// Late binding: what the diagnosis says depends on what the step learnt until it failed.
    interface Diagnosing {
        Diagnoser now();
    }

    /// At the deadline the connection is closed under the driver, which then knows only that it is gone.
    private static boolean endedByUs(StepFailed failed, Deadline deadline) {
        return deadline.passed()
                && failed.symptom() instanceof Symptom.Judged judged
                && judged.kind() == FailureKind.CONNECTION_LOST;
    }

    /// Keeps what was seen, whether or not the step holds.
    void see(Evidence seen) {
        if (!evidence.contains(seen)) {
            evidence.add(seen);
        }
    }

    List<Evidence> evidence() {
        return evidence;
    }

    void skip(Step step, String why) {
        results.add(new Skipped(step, why));
    }

    /// All steps, those not reached marked as such.
    List<StepResult> complete() {
        var all = new ArrayList<>(results);
        @Nullable
        Step failed = results.stream()
                .filter(Failed.class::isInstance)
                .map(StepResult::step)
                .findFirst()
                .orElse(null);
        for (var step : Step.values()) {
            if (results.stream().noneMatch(result -> result.step() == step)) {
                all.add(new Skipped(step, failed == null ? "not asked for" : "after the failed step " + name(failed)));
            }
        }
        return all;
    }

    private Stopped stop(Step step, Duration took, Diagnosing diagnosing, Symptom symptom) {
        results.add(new Failed(step, took, diagnosing.now().diagnose(step, symptom, provenFine())));
        return new Stopped();
    }

    /// A step that the ladder's deadline cut to less than half of its own time has shown nothing; nor has one
    /// that it cut at all when the steps before took more than half as long as it got: what is slow all the way
    /// is not silent at its end.
    private Symptom.TimedOut timedOut(Step step, Duration waited) {
        return new Symptom.TimedOut(awaited(step), waited, isCutShort(step, waited));
    }

    /// Whether so short a wait shows nothing.
    boolean isCutShort(Step step, Duration waited) {
        var own = timeouts.of(step);
        return waited.multipliedBy(2).compareTo(own) < 0
                || (waited.compareTo(own) < 0 && waited.compareTo(before().multipliedBy(2)) < 0);
    }

    /// What the steps so far took together.
    private Duration before() {
        return results.stream()
                .filter(Passed.class::isInstance)
                .map(passed -> ((Passed) passed).took())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// The words for a wait in vain.
    static String noAnswer(Step step, Duration waited) {
        return new Symptom.TimedOut(awaited(step), waited, false).words();
    }

    private static String awaited(Step step) {
        return switch (step) {
            case RESOLVE -> "answer from the resolver";
            case CONNECT -> "answer to the TCP connection request";
            case TLS -> "end of the TLS negotiation";
            case AUTHENTICATE -> "end of the authentication";
            case SESSION -> "open session";
            case QUERY, ROLE, CAPACITY -> "answer to the query";
            case WRITE -> "end of the transaction";
        };
    }

    private List<String> provenFine() {
        return results.stream()
                .filter(Passed.class::isInstance)
                .map(Passed.class::cast)
                .map(passed -> name(passed.step()) + ": " + passed.evidence())
                .toList();
    }

    private static String name(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
