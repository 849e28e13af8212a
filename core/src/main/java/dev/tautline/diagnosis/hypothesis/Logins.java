package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerCounters;
import dev.tautline.diagnosis.ServerRefusals.Kind;
import dev.tautline.diagnosis.ServerView;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Logins by others than the pools, so many that they keep a server busy: each costs it a process, and the computing
/// of a SCRAM proof, wrong or right. Where the server's log may be read, it names whom it refuses.
final class Logins {
    private static final double STORM = 5;

    /// Fewer a second than this a server does not notice.
    private static final double MANY = 10;

    /// Twenty a second that take 50 ms each (Little's law). Fewer may be few that take long.
    private static final double SEVERAL_AT_ONCE = 1;

    /// A storm leaves the server no time to answer; what was seen just before is what silenced it.
    private static final double LAST_SEEN_SECONDS = 15;

    /// Not more sessions than usual come of them.
    private static final double ORDINARY = 1.5;

    /// What lies in the client, and not in that others hold what it would need.
    private static final Set<Kind> ITS_OWN =
            EnumSet.complementOf(EnumSet.of(Kind.SLOTS, Kind.ROLE_LIMIT, Kind.DATABASE_LIMIT));

    private Logins() {}

    /// The server on which it is so; empty where none is, or none tells.
    static Optional<ServerView> keepBusy(Scene scene) {
        double ofPools = PoolOf.all(scene).stream()
                .map(of -> of.pool().details().connects())
                .filter(Objects::nonNull)
                .mapToDouble(Reading::now)
                .sum();
        return scene.servers().stream()
                .filter(server -> isRush(begun(server), ofPools) || isCrowd(loggingIn(server)) || areRefused(server))
                .findFirst();
    }

    /// Why whatever is slow or silent may be so; empty where logins are as usual.
    static Optional<String> excuse(Scene scene) {
        return keepBusy(scene).map(server -> "logins keep " + server.target() + " busy: " + describe(server));
    }

    /// Hardly any of them becomes a session: somebody is refused.
    static boolean fail(ServerView server) {
        var begun = begun(server);
        boolean vain = server.answers() && isCrowd(loggingIn(server)) && begun != null && begun.asUsual(ORDINARY, 1);
        return vain || areRefused(server);
    }

    private static boolean areRefused(ServerView server) {
        var refused = refused(server);
        return refused != null && refused.raised(STORM, MANY);
    }

    private static @Nullable Reading refused(ServerView server) {
        var refusals = server.refusals();
        return refusals == null || server.silentSeconds() > LAST_SEEN_SECONDS
                ? null
                : refusals.rate("log-ins refused on " + server.target(), ITS_OWN);
    }

    /// So much more than usual that it is a storm.
    static boolean storms(Reading rate) {
        return rate.now() >= MANY && rate.raised(STORM, MANY / 2);
    }

    /// So few, or so little more than usual, that it is none.
    static boolean ordinary(Reading rate) {
        return rate.now() < MANY || rate.asUsual(STORM, MANY / 2);
    }

    static @Nullable Reading begun(ServerView server) {
        return lately(server).map(ServerCounters::sessionsBegun).orElse(null);
    }

    private static @Nullable Reading loggingIn(ServerView server) {
        return lately(server).map(ServerCounters::loggingIn).orElse(null);
    }

    /// Sessions that are past the log-in; before PostgreSQL 18 a server doesn't tell them from the others.
    static int held(ServerView server) {
        var loggingIn = loggingIn(server);
        return server.connections() - (loggingIn == null ? 0 : (int) Math.round(loggingIn.now()));
    }

    private static Optional<ServerCounters> lately(ServerView server) {
        return server.silentSeconds() > LAST_SEEN_SECONDS ? Optional.empty() : Optional.ofNullable(server.counters());
    }

    private static boolean isRush(@Nullable Reading begun, double ofPools) {
        return begun != null && storms(begun) && begun.now() - ofPools >= MANY;
    }

    private static boolean isCrowd(@Nullable Reading loggingIn) {
        return loggingIn != null && loggingIn.raised(STORM, SEVERAL_AT_ONCE);
    }

    /// For people: the numbers of a server, and who is refused there.
    static List<String> told(ServerView server) {
        var numbers = Stream.of(begun(server), loggingIn(server), refused(server))
                .filter(Objects::nonNull)
                .map(Reading::toString);
        return Stream.concat(numbers, LoggedRefusals.who(server).stream()).toList();
    }

    private static String describe(ServerView server) {
        return String.join("; ", told(server));
    }
}
