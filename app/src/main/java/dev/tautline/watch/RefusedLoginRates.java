package dev.tautline.watch;

import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.ServerRefusals;
import dev.tautline.diagnosis.ServerRefusals.Kind;
import dev.tautline.diagnosis.ServerRefusals.Refused;
import dev.tautline.diagnosis.Unit;
import dev.tautline.watch.server.log.LogTold;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What one server's log tells of refused log-ins, each kind beside its usual rate.
record RefusedLoginRates(ServerSignals signals) {
    private static final int MOST = 20;

    /// One log-in right after the guard's start is no rate of many.
    private static final double SHORTEST_SECONDS = 1;

    @Nullable
    ServerRefusals of(@Nullable LogTold told) {
        if (told == null) {
            return null;
        }
        double seconds = Math.max(SHORTEST_SECONDS, told.seconds());
        var perSecond = new EnumMap<Kind, Reading>(Kind.class);
        for (var kind : Kind.values()) {
            perSecond.put(kind, perSecond(kind, told, seconds));
        }
        return new ServerRefusals(seconds, refused(told), perSecond);
    }

    private Reading perSecond(Kind kind, LogTold told, double seconds) {
        double times = told.refused().entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .mapToInt(entry -> entry.getValue())
                .sum();
        return signals.read(
                "refused-" + kind.name().toLowerCase(Locale.ROOT),
                "log-ins refused (%s)".formatted(kind.words()),
                times / seconds,
                Unit.PER_SECOND);
    }

    private static List<Refused> refused(LogTold told) {
        return told.refused().entrySet().stream()
                .map(entry -> new Refused(
                        entry.getKey().kind(),
                        entry.getKey().role(),
                        entry.getKey().database(),
                        entry.getKey().address(),
                        entry.getValue()))
                .sorted(Comparator.comparingInt(Refused::times)
                        .reversed()
                        .thenComparing(Refused::kind)
                        .thenComparing(Refused::who))
                .limit(MOST)
                .toList();
    }
}
