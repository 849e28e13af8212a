package dev.tautline.probe;

import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.evidence.ServerAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One server by two ways: through its pooler and past it. Where the two differ, what is in between is at
/// fault.
///
/// @param through the climb through the pooler
/// @param past the climb to the server itself
public record Comparison(LadderResult through, LadderResult past) {
    /// Who is at fault, as far as two climbs can tell.
    public enum Verdict {
        /// Both ways lead to the server.
        BOTH_PASS,
        /// The server lets us in, and the way through the pooler does not.
        POOLER_AT_FAULT,
        /// Neither way leads in, for the same reason: the server's.
        SERVER_AT_FAULT,
        /// Neither way leads in, for different reasons; the server comes first, for a pooler without it
        /// cannot work.
        BOTH_FAIL,
        /// Only the pooler leads in, which may well be meant so.
        ONLY_THROUGH_POOLER
    }

    public Verdict verdict() {
        if (past.passed()) {
            return through.passed() ? Verdict.BOTH_PASS : Verdict.POOLER_AT_FAULT;
        }
        if (through.passed()) {
            return Verdict.ONLY_THROUGH_POOLER;
        }
        return kind(through).equals(kind(past)) ? Verdict.SERVER_AT_FAULT : Verdict.BOTH_FAIL;
    }

    /// How much longer each step took through the pooler; negative when it was quicker, and only for steps
    /// that passed on both ways.
    public Map<Step, Duration> added() {
        var added = new TreeMap<Step, Duration>();
        for (var step : Step.values()) {
            took(through, step)
                    .ifPresent(one -> took(past, step).ifPresent(other -> added.put(step, one.minus(other))));
        }
        return added;
    }

    /// What the pooler adds to each query; empty when a way did not lead to an answer.
    public Optional<Duration> addedRoundTrip() {
        return through.seen(ServerAnswer.class)
                .flatMap(one -> past.seen(ServerAnswer.class)
                        .map(other -> one.roundTripMinimum().minus(other.roundTripMinimum())));
    }

    public String words() {
        return switch (verdict()) {
            case BOTH_PASS ->
                "both ways lead to the server"
                        + addedRoundTrip().map(Comparison::added).orElse("");
            case POOLER_AT_FAULT -> "the server lets us in past the pooler, so the pooler is at fault: " + id(through);
            case SERVER_AT_FAULT -> "the server itself is at fault: " + id(past);
            case BOTH_FAIL ->
                "the server itself is at fault (" + id(past) + "); the pooler shows " + id(through)
                        + ", which may follow from it";
            case ONLY_THROUGH_POOLER ->
                "only the pooler leads to the server; past it: " + id(past) + ", which may be meant so";
        };
    }

    private static String added(Duration extra) {
        return extra.isPositive()
                ? "; the pooler adds " + extra.toNanos() / 1_000 + " µs to a query"
                : "; the pooler adds nothing to a query that shows";
    }

    private static Optional<FailureKind> kind(LadderResult result) {
        return result.failure().map(failed -> failed.failure().kind());
    }

    private static String id(LadderResult result) {
        return kind(result).map(FailureKind::id).orElse("nothing");
    }

    private static Optional<Duration> took(LadderResult result, Step step) {
        return result.steps().stream()
                .filter(one -> one.step() == step && one instanceof Passed)
                .map(one -> ((Passed) one).took())
                .findFirst();
    }
}
