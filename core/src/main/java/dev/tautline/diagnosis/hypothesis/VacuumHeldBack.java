package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerVacuum.Holder;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.List;

/// Dead rows cannot be removed because somebody may still see them.
final class VacuumHeldBack implements Hypothesis {
    /// Reports and backups run for minutes; nobody's snapshot should last for an hour.
    private static final double LONG_SECONDS = 600;

    /// A queue table of a busy shop turns over this much in minutes.
    private static final long MANY_TRANSACTIONS = 1_000_000;

    private static final long FEWEST_DEAD = 10_000;

    private static final Cause HELD = new Cause("vacuum-held-back", "Dead rows cannot be removed", Owner.DATABASE);
    private static final Cause LONG = new Cause("long-transaction", "A transaction runs very long", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return HELD;
    }

    @Override
    public List<Cause> causes() {
        return List.of(HELD, LONG);
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, VacuumHeldBack::judge);
    }

    private static Judgement judge(ServerView server) {
        var vacuum = server.vacuum();
        if (vacuum == null) {
            return new Unknown("dead rows have not been counted yet");
        }
        var holder = vacuum.holder();
        if (holder == null || !old(holder)) {
            return new Refuted(holder == null ? "nobody keeps an old snapshot" : holder.describe());
        }
        var suffering = vacuum.tables().stream()
                .filter(table -> table.dead() >= FEWEST_DEAD && table.dead() >= table.live() / 2)
                .findFirst();
        if (suffering.isEmpty()) {
            return new Unknown(holder.describe() + ", and no table has many dead rows");
        }
        boolean session = holder.kind().equals("session");
        return new Supported(
                session ? LONG : HELD,
                server.target(),
                Strength.CERTAIN,
                "dead rows pile up because of an old snapshot: " + holder.describe(),
                List.of(
                        suffering.get().describe(),
                        "%d of %d autovacuum workers run".formatted(vacuum.workers(), vacuum.maxWorkers())),
                fix(holder),
                null);
    }

    private static boolean old(Holder holder) {
        return holder.age() >= MANY_TRANSACTIONS || (holder.seconds() != null && holder.seconds() >= LONG_SECONDS);
    }

    private static String fix(Holder holder) {
        return switch (holder.kind()) {
            case "session" ->
                "End the transaction of " + holder.name() + " if it may be (pg_terminate_backend), and set"
                        + " transaction_timeout (17 and later) or idle_in_transaction_session_timeout for its role.";
            case "prepared transaction" -> "COMMIT PREPARED or ROLLBACK PREPARED '" + holder.name() + "'.";
            case "replication slot" -> "Start the consumer of slot " + holder.name() + " again, or drop the slot.";
            default -> "End the long query on standby " + holder.name() + ", or switch its hot_standby_feedback off.";
        };
    }
}
