package dev.tautline.probe;

import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.StepResult.Skipped;
import dev.tautline.probe.evidence.Capacity;
import dev.tautline.probe.evidence.Encryption;
import dev.tautline.probe.evidence.Evidence;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.evidence.ServerAnswer;
import dev.tautline.probe.evidence.ServerCertificate;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One climb to one address.
///
/// @param at when it began
/// @param addresses all that the host's name resolved to, empty when it did not
/// @param address the one that was climbed to, null when the name did not resolve
/// @param steps one result for each step of [Step], in order
/// @param evidence what the steps saw, in order, at most one of each kind
/// @param remarks what deserves attention although the steps held
public record LadderResult(
        ProbeTarget target,
        Instant at,
        List<InetAddress> addresses,
        @Nullable InetAddress address,
        List<StepResult> steps,
        List<Evidence> evidence,
        List<Remark> remarks) {
    public LadderResult {
        addresses = List.copyOf(addresses);
        steps = List.copyOf(steps);
        evidence = List.copyOf(evidence);
        remarks = List.copyOf(remarks);
    }

    /// What one kind of step saw; empty when the ladder ended before, or the server would not tell.
    public <E extends Evidence> Optional<E> seen(Class<E> kind) {
        return evidence.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /// Null without TLS.
    public @Nullable ServerCertificate certificate() {
        return seen(Encryption.class).map(Encryption::certificate).orElse(null);
    }

    public @Nullable ServerAnswer server() {
        return seen(ServerAnswer.class).orElse(null);
    }

    public @Nullable Role role() {
        return seen(Role.class).orElse(null);
    }

    public @Nullable Capacity capacity() {
        return seen(Capacity.class).orElse(null);
    }

    /// This result and one more thing that was seen.
    LadderResult and(Evidence more) {
        var all = new ArrayList<>(evidence);
        all.add(more);
        return new LadderResult(target, at, addresses, address, steps, all, Remarks.on(steps, all, at));
    }

    /// This result with its failed step told in another way.
    LadderResult failing(Failed other) {
        var told = steps.stream()
                .map(step -> step instanceof Failed ? other : step)
                .toList();
        return new LadderResult(target, at, addresses, address, told, evidence, remarks);
    }

    public boolean passed() {
        return failure().isEmpty();
    }

    /// The step that failed; at most one does, because none runs after it.
    public Optional<Failed> failure() {
        return steps.stream()
                .filter(Failed.class::isInstance)
                .map(Failed.class::cast)
                .findFirst();
    }

    /// Time spent in steps.
    public Duration total() {
        return steps.stream().map(LadderResult::took).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration took(StepResult result) {
        return switch (result) {
            case Passed passed -> passed.took();
            case Failed failed -> failed.took();
            case Skipped _ -> Duration.ZERO;
        };
    }
}
