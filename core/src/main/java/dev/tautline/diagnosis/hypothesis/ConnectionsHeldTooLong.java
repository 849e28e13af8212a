package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.List;
import java.util.Objects;

/// The application keeps a connection while it does something else, mostly inside a transaction: a call to another
/// service, a slow loop. The server waits for it (`idle in transaction`).
final class ConnectionsHeldTooLong implements Hypothesis {
    private static final double LONGER = 3;
    private static final double LONGER_MILLIS = 50;
    private static final double ORDINARY = 2;

    private static final Cause CAUSE =
            new Cause("connections-held-too-long", "Application holds connections too long", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var pools = PoolOf.all(scene).stream()
                .filter(of -> of.pool().hold() != null)
                .toList();
        if (pools.isEmpty()) {
            return new Unknown("no agent times how long connections are held");
        }
        var longer = pools.stream()
                .filter(of -> hold(of).raised(LONGER, LONGER_MILLIS))
                .findFirst();
        if (longer.isEmpty()) {
            var evidence = pools.stream()
                    .map(of -> of.instance().name() + ": " + hold(of))
                    .toList();
            return pools.stream().allMatch(of -> hold(of).asUsual(ORDINARY, LONGER_MILLIS))
                    ? new Refuted(evidence)
                    : new Unknown(String.join("; ", evidence));
        }
        return judgeServers(longer.get(), scene);
    }

    private static Judgement judgeServers(PoolOf of, Scene scene) {
        var idle = scene.servers().stream()
                .filter(server -> server.silentSeconds() == 0 && mostlyIdleInTransaction(server.sessions()))
                .findFirst();
        if (idle.isEmpty()) {
            return new Unknown(hold(of) + ", but the server does not see its sessions idle in transaction");
        }
        var sessions = idle.get().sessions();
        return new Supported(
                CAUSE,
                of.instance().name(),
                Strength.LIKELY,
                "connections are held while the application does something else",
                List.of(
                        hold(of).toString(),
                        "%d of %d busy sessions on %s were idle in transaction"
                                .formatted(
                                        sessions.idleInTransaction(),
                                        busy(sessions),
                                        idle.get().target())),
                "Move slow calls out of the transaction; set idle_in_transaction_session_timeout.",
                null);
    }

    private static boolean mostlyIdleInTransaction(ServerView.Sessions sessions) {
        return busy(sessions) > 0 && sessions.idleInTransaction() >= 0.6 * busy(sessions);
    }

    private static int busy(ServerView.Sessions sessions) {
        return sessions.running() + sessions.lockWaiting() + sessions.idleInTransaction();
    }

    private static Reading hold(PoolOf of) {
        return Objects.requireNonNull(of.pool().hold());
    }
}
