package dev.tautline.agent;

import dev.tautline.agent.ConnectionTest.Result;
import dev.tautline.probe.Deadline;
import dev.tautline.probe.Failure;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepTimeouts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Climbs the ladder to the hosts of a PostgreSQL URL, in their order, until one lets us in.
final class LadderOpening implements Opening {
    // Error names such as EPIPE have no digit, every SQLSTATE has one (PostgreSQL 18, Appendix A).
    private static final Pattern SQL_STATE = Pattern.compile("(?=.*[0-9])[0-9A-Z]{5}");

    private final List<ProbeTarget> targets;
    private final Duration timeout;

    /// `targets` has at least one.
    LadderOpening(List<ProbeTarget> targets, Duration timeout) {
        this.targets = List.copyOf(targets);
        this.timeout = timeout;
    }

    @Override
    public Result open() {
        Deadline deadline = Deadline.after(timeout);
        // No host may use up the time of those after it.
        StepTimeouts timeouts = StepTimeouts.each(timeout.dividedBy(targets.size()));
        Ladder ladder = new Ladder(Clock.systemUTC(), timeouts, Resolver.system());
        Result first = open(ladder, targets.getFirst(), deadline);
        return targets.stream()
                .skip(first instanceof Result.Connected ? targets.size() : 1)
                .map(target -> open(ladder, target, deadline))
                .filter(Result.Connected.class::isInstance)
                .findFirst()
                .orElse(first);
    }

    private static Result open(Ladder ladder, ProbeTarget target, Deadline deadline) {
        LadderResult climbed = ladder.climb(target, deadline);
        // A connection that was opened is open, even if the server then would not count its slots for us.
        Optional<Failed> failed = climbed.failure().filter(failure -> failure.step() != Step.CAPACITY);
        return failed.isPresent()
                ? new Result.Failed(describe(target, failed.get()))
                : new Result.Connected(climbed.total());
    }

    private static FailedConnect describe(ProbeTarget target, Failed failed) {
        Failure failure = failed.failure();
        boolean sqlState = SQL_STATE.matcher(failure.code()).matches();
        String words = sqlState ? failure.words() : failure.code() + " " + failure.words();
        return new FailedConnect(
                target.endpoint(),
                failed.step().name().toLowerCase(Locale.ROOT),
                sqlState ? failure.code() : "",
                SecretMask.inText(words.isBlank() ? failure.cause() : words.strip()),
                failure.owner(),
                failure.fix() + " To look closer: " + failure.next());
    }
}
