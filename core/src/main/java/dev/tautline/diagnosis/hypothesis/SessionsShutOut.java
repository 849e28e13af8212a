package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Who is logged in would not get in again: a rule, a role or a database was closed, or given a lower limit, after
/// its sessions had begun. A pool feels it only when it opens its next connection, minutes or a deploy later.
final class SessionsShutOut implements Hypothesis {
    private static final Cause CAUSE =
            new Cause("sessions-shut-out", "Open sessions would not get in again", Owner.DATABASE);

    /// What may have closed the door.
    private static final Set<Change.Kind> DOORS = EnumSet.of(Change.Kind.HOST_RULE, Change.Kind.LIMIT);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, server -> judge(server, scene));
    }

    private static Judgement judge(ServerView server, Scene scene) {
        var shutOut = server.shutOut();
        if (shutOut == null) {
            return new Unknown("whether its sessions would be let in again may not be looked up");
        }
        if (shutOut.isEmpty()) {
            return new Refuted("no rule, role, database or limit shuts out a session that is open");
        }
        var change = change(server, scene);
        var evidence = new ArrayList<>(shutOut);
        change.map(Change::dated).ifPresent(evidence::add);
        return new Supported(
                CAUSE,
                server.target(),
                Strength.CERTAIN,
                "new connections will be refused: " + shutOut.getFirst(),
                evidence,
                "Open the door again before the pools need their next connection: mend pg_hba.conf and reload it, ALTER ROLE … LOGIN,"
                        + " ALTER DATABASE … ALLOW_CONNECTIONS true, or raise the CONNECTION LIMIT.",
                change.orElse(null));
    }

    private static Optional<Change> change(ServerView server, Scene scene) {
        return scene.changes().stream()
                .filter(change ->
                        DOORS.contains(change.kind()) && change.subject().equals(server.target()))
                .max(Comparator.comparing(Change::at));
    }
}
