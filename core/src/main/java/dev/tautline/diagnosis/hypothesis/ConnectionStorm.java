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
import dev.tautline.diagnosis.ServerActivity.Group;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Connections are opened far more often than usual: pools that throw theirs away, a crowd of new instances,
/// clients without a pool.
final class ConnectionStorm implements Hypothesis {
    /// With more of its slots than this in use, a server's connections are held.
    private static final double HELD = 0.7;

    private static final Cause CAUSE = new Cause("connection-storm", "Storm of new connections", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var rates = PoolOf.all(scene).stream()
                .map(of -> of.pool().details().connects())
                .filter(Objects::nonNull)
                .toList();
        var ofPools = rates.isEmpty() ? null : Reading.sum("connections opened by all pools", rates);
        if (ofPools != null && Logins.storms(ofPools)) {
            return byPools(scene, ofPools);
        }
        var on = Logins.keepBusy(scene).filter(server -> !Logins.fail(server));
        if (on.isPresent()) {
            return byOthers(on.get(), ofPools);
        }
        return calm(told(scene), ofPools);
    }

    /// Slots run out, and hardly any is held by anybody: they are taken in passing. Empty where that is not so.
    static Optional<String> takesSlots(Scene scene) {
        return Logins.keepBusy(scene)
                .filter(server -> Logins.held(server) < HELD * server.maxConnections())
                .map(server -> "%d of %d connections of %s are held, and the others are taken in passing: %s"
                        .formatted(
                                Logins.held(server),
                                server.maxConnections(),
                                server.target(),
                                String.join("; ", Logins.told(server))));
    }

    private static List<Reading> told(Scene scene) {
        return scene.servers().stream()
                .map(Logins::begun)
                .filter(Objects::nonNull)
                .toList();
    }

    /// Clients without an agent are seen by the servers alone.
    private static Judgement calm(List<Reading> told, @Nullable Reading ofPools) {
        var all = Stream.concat(Stream.ofNullable(ofPools), told.stream()).toList();
        var words = String.join("; ", all.stream().map(Reading::toString).toList());
        if (told.isEmpty()) {
            return new Unknown(words.isEmpty() ? "nobody tells how often connections are opened" : words);
        }
        return all.stream().allMatch(Logins::ordinary) ? new Refuted(words) : new Unknown(words);
    }

    private static Supported byPools(Scene scene, Reading all) {
        var evidence = new ArrayList<String>();
        evidence.add(all.toString());
        PoolOf.all(scene).stream()
                .filter(of -> of.pool().details().connects() != null)
                .forEach(of -> evidence.add(of.instance().name() + "'s pool "
                        + of.pool().name() + ": " + of.pool().details().connects()));
        return new Supported(
                CAUSE,
                PoolOf.all(scene).getFirst().instance().service(),
                Strength.LIKELY,
                "connections are opened much more often than usual",
                evidence,
                "See why pools throw connections away (maxLifetime, validation, errors), and start instances one after"
                        + " the other.",
                null);
    }

    private static Supported byOthers(ServerView server, @Nullable Reading ofPools) {
        var evidence = new ArrayList<String>();
        evidence.addAll(Logins.told(server));
        if (ofPools != null) {
            evidence.add(ofPools.toString());
        }
        server.activity().groups().stream()
                .filter(group -> !group.ours())
                .map(Group::describe)
                .forEach(evidence::add);
        return new Supported(
                CAUSE,
                server.target(),
                Strength.LIKELY,
                "sessions are begun on " + server.target() + " much more often than usual, and not by the pools",
                evidence,
                "Find who connects for each query (log_connections tells roles and addresses) and give it a pool; until"
                        + " then, ALTER ROLE … CONNECTION LIMIT keeps slots for others.",
                null);
    }
}
