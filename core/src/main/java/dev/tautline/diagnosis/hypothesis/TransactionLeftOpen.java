package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.List;

/// Many sessions stay in a transaction between statements and do nothing in it: they keep connections, and what they
/// have locked.
final class TransactionLeftOpen implements Hypothesis {
    /// An order takes milliseconds; this long in a transaction without a statement is nobody's plan.
    private static final double IDLE_SECONDS = 5;

    /// Of our busy sessions.
    private static final double MOST = 0.5;

    private static final Cause IDLE =
            new Cause("idle-in-transaction", "Transactions are left open without work", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return IDLE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, TransactionLeftOpen::judge);
    }

    private static Judgement judge(ServerView server) {
        var sessions = server.sessions();
        if (sessions.samples() == 0) {
            return new Unknown("its sessions were not looked at yet");
        }
        var oldest = server.activity().oldest();
        if (oldest == null || oldest.transactionSeconds() < IDLE_SECONDS) {
            return new Refuted(
                    oldest == null
                            ? "no transaction is open"
                            : "the oldest transaction is %.1f s old".formatted(oldest.transactionSeconds()));
        }
        double idle = sessions.samples() * sessions.busy() == 0
                ? 0
                : sessions.idleInTransaction() / (sessions.samples() * sessions.busy());
        var counted = "%d of %d sampled sessions were idle in transaction"
                .formatted(sessions.idleInTransaction(), sessions.sampled());
        if (oldest.idle() && idle >= MOST && sessions.idleInTransaction() >= 3 * sessions.samples()) {
            return new Supported(
                    IDLE,
                    server.target(),
                    Strength.LIKELY,
                    "sessions stay in a transaction without working in it",
                    List.of(counted, oldest.describe()),
                    "Find the code that begins a transaction and then waits for something else; set"
                            + " idle_in_transaction_session_timeout for role " + oldest.role() + ".",
                    null);
        }
        return new Unknown(counted + "; " + oldest.describe());
    }
}
