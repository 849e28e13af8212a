package dev.tautline.watch;

import dev.tautline.watch.server.DatabaseTotals;
import dev.tautline.watch.server.LockQueue;
import dev.tautline.watch.server.ServerSample;
import dev.tautline.watch.server.ServerSample.Timed;
import dev.tautline.watch.server.SessionRow;
import dev.tautline.watch.server.StatementTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks into a server that tells nothing but what a test is about.
final class ServerSamples {
    private ServerSamples() {}

    static ServerSample openedAt(Instant openedAt) {
        return of(openedAt, List.of(), null, null);
    }

    static ServerSample counting(@Nullable Timed<StatementTotals> statements, @Nullable DatabaseTotals database) {
        return of(Instant.EPOCH, List.of(), statements, database);
    }

    static ServerSample seeing(List<SessionRow> sessions, DatabaseTotals database) {
        return of(Instant.EPOCH, sessions, null, database);
    }

    private static ServerSample of(
            Instant openedAt,
            List<SessionRow> sessions,
            @Nullable Timed<StatementTotals> statements,
            @Nullable DatabaseTotals database) {
        return new ServerSample(
                openedAt,
                Instant.EPOCH,
                100,
                Duration.ofMillis(1),
                sessions,
                new LockQueue(List.of()),
                statements,
                Map.of(),
                database,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}
