package dev.tautline.diagnosis;

import dev.tautline.probe.LadderResult;
import dev.tautline.probe.evidence.Intermediary;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.evidence.ServerAnswer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a route led when its ladder was last climbed to the top: what is remembered while it fails.
///
/// @param throughPooler a pooler spoke with us, and another process answered behind it
/// @param cluster the system identifier of the server's cluster; null when it was not told
/// @param standby whether the server was a standby
/// @param startedAt when the server was started
public record Destination(
        boolean throughPooler,
        @Nullable Long cluster,
        boolean standby,
        @Nullable Instant startedAt) {

    /// What a whole climb showed.
    public static Destination of(LadderResult passed) {
        var role = Optional.ofNullable(passed.role());
        return new Destination(
                passed.seen(Intermediary.class)
                        .map(between -> between.kind() == Intermediary.Kind.POOLER)
                        .orElse(false),
                role.map(Role::systemIdentifier).orElse(null),
                role.map(Role::inRecovery).orElse(false),
                Optional.ofNullable(passed.server())
                        .map(ServerAnswer::startedAt)
                        .orElse(null));
    }

    /// Both ended at one server, as far as is told: a cluster has one primary, and a server one start.
    public boolean sameServer(Destination other) {
        if (cluster != null && other.cluster != null && !standby) {
            return cluster.equals(other.cluster) && !other.standby;
        }
        return startedAt != null && startedAt.equals(other.startedAt) && standby == other.standby;
    }
}
