package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.diagnosis.Unit;
import dev.tautline.finding.Owner;
import java.util.Objects;

/// Failed work is tried again at once, and the repetitions are what the database drowns in: each request asks for
/// many more connections than usual while many of them fail, or somebody's logins fail again and again.
final class RetryStorm implements Hypothesis {
    private static final double MORE = 2;
    private static final double FAILING = 0.1;

    private static final Cause CAUSE = new Cause("retry-storm", "Storm of retries", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return Logins.keepBusy(scene)
                .filter(Logins::fail)
                .map(server -> BehindPooler.troubled(scene)
                        .<Judgement>map(Unknown::new)
                        .orElseGet(() -> ofLogins(server)))
                .orElseGet(() -> ofRequests(scene));
    }

    private static Supported ofLogins(ServerView server) {
        return new Supported(
                CAUSE,
                server.target(),
                Strength.LIKELY,
                "somebody logs in on " + server.target() + " all the time and hardly ever gets in",
                Logins.told(server),
                "The server's log names role and address of each refused login: correct that client's password or stop"
                        + " it; until then a reject line for its address in pg_hba.conf costs the server nothing.",
                null);
    }

    private static Judgement ofRequests(Scene scene) {
        var told = scene.instances().stream()
                .filter(instance -> instance.silentSeconds() == 0 && Ratio.borrowsPerRequest(instance) != null)
                .toList();
        if (told.isEmpty()) {
            return new Unknown("no agent reports requests and borrows with their usual");
        }
        var storm = told.stream()
                .filter(instance -> perRequest(instance).raised(MORE, 1) && fails(instance))
                .findFirst();
        var evidence = told.stream()
                .map(instance -> instance.name() + ": " + perRequest(instance) + ", "
                        + Unit.SHARE.format(instance.requests().errors()) + " of requests failed")
                .toList();
        if (storm.isEmpty()) {
            return new Refuted(evidence);
        }
        return new Supported(
                CAUSE,
                storm.get().service(),
                Strength.LIKELY,
                "failed work is tried again and again",
                evidence,
                "Limit retries by a budget, wait longer after each (with chance in it), and do not retry at two"
                        + " layers.",
                null);
    }

    private static boolean fails(InstanceView instance) {
        return instance.requests().errors() >= FAILING
                || instance.pools().stream().anyMatch(pool -> pool.acquireTimeouts() > 0);
    }

    private static Reading perRequest(InstanceView instance) {
        return Objects.requireNonNull(Ratio.borrowsPerRequest(instance));
    }
}
