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
import org.jspecify.annotations.Nullable;

/// The server itself takes longer to execute statements: a changed plan, a missing index, no CPU, slow storage.
final class SlowDatabase implements Hypothesis {
    private static final double SLOW = 3;
    private static final double ORDINARY = 2;
    private static final double SLACK_MILLIS = 1;

    private static final Cause CAUSE = new Cause("slow-database", "Slow database", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var measured = scene.servers().stream()
                .filter(server -> server.silentSeconds() == 0 && server.statementMean() != null)
                .toList();
        if (measured.isEmpty()) {
            return new Unknown("no server tells its execution times (pg_stat_statements)");
        }
        var slow = measured.stream()
                .filter(server -> time(server).raised(SLOW, SLACK_MILLIS))
                .findFirst()
                .orElse(null);
        if (slow != null) {
            return judgeSlow(slow);
        }
        var evidence = measured.stream()
                .map(server -> server.target() + ": " + time(server))
                .toList();
        boolean ordinary = measured.stream().allMatch(server -> time(server).asUsual(ORDINARY, SLACK_MILLIS));
        return ordinary ? new Refuted(evidence) : new Unknown(String.join("; ", evidence));
    }

    private static Judgement judgeSlow(ServerView server) {
        if (LockContention.waiting(server)) {
            return new Unknown(server.target() + ": " + time(server) + ", but that is waiting for locks");
        }
        return new Supported(
                CAUSE,
                server.target(),
                Strength.LIKELY,
                "the server takes longer to execute statements",
                List.of(time(server).toString(), sessions(server.sessions())),
                "Look at the slowest statements in pg_stat_statements on " + server.target()
                        + " and compare their plans with EXPLAIN (ANALYZE, BUFFERS).",
                null);
    }

    private static String sessions(ServerView.@Nullable Sessions sessions) {
        return sessions == null
                ? "no session was sampled"
                : "%d of %d sampled sessions were executing".formatted(sessions.running(), sessions.sampled());
    }

    private static Reading time(ServerView server) {
        return Objects.requireNonNull(server.statementMean());
    }
}
