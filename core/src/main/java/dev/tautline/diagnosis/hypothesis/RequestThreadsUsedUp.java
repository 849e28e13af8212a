package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.Objects;

/// The application works on as many requests as it can at once, and further ones wait unseen in front of it.
final class RequestThreadsUsedUp implements Hypothesis {
    private static final Cause CAUSE =
            new Cause("request-threads-used-up", "All request threads are taken", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var told = symptoms.suffering(scene).stream()
                .filter(instance ->
                        instance.silentSeconds() == 0 && instance.process().requestThreads() != null)
                .toList();
        if (told.isEmpty()) {
            return new Unknown("no agent tells how many request threads there are");
        }
        var evidence = told.stream().map(RequestThreadsUsedUp::describe).toList();
        var full = told.stream()
                .filter(instance -> instance.process().requestsInFlight()
                        >= Objects.requireNonNull(instance.process().requestThreads()))
                .findFirst();
        if (full.isEmpty()) {
            return new Refuted(evidence);
        }
        var waiting = PoolOf.exhausted(scene).stream()
                .filter(of -> of.instance().name().equals(full.get().name()))
                .findFirst();
        if (waiting.isPresent()) {
            return new Unknown("they wait for a connection: " + waiting.get().describe());
        }
        return new Supported(
                CAUSE,
                full.get().name(),
                Strength.LIKELY,
                full.get().name() + " has no thread left for further requests",
                evidence,
                "See what the threads do (jcmd Thread.print) before adding more; time-outs on calls to other services"
                        + " free them.",
                null);
    }

    private static String describe(InstanceView instance) {
        return "%s: %d requests under way on %d threads"
                .formatted(
                        instance.name(),
                        instance.process().requestsInFlight(),
                        instance.process().requestThreads());
    }
}
