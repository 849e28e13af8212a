package dev.tautline.targets;

import dev.tautline.probe.Comparison;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.evidence.Intermediary;
import dev.tautline.probe.evidence.ServerAnswer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Climbs to one server by two ways, through its pooler and past it.
///
/// @param through the name of the target behind the pooler
/// @param past the name of the target that leads past it
public record TwoWays(String through, String past, Comparison comparison) {
    private record Climb(String name, LadderResult ladder) {}

    /// Those that a configuration tells, and those that show: a pooler cannot hide, and a server has one start time.
    public static List<TwoWays> among(List<TargetResult> results, List<Bypass> known) {
        var climbs = results.stream()
                .flatMap(result -> result.hosts().stream()
                        .map(host -> new Climb(result.target().name(), host.ladder())))
                .toList();
        var told = known.stream().flatMap(bypass -> told(bypass, results).stream());
        var shown = climbs.stream()
                .filter(climb -> isThroughPooler(climb.ladder()))
                .flatMap(climb -> shown(climb, climbs).stream());
        return List.copyOf(new LinkedHashSet<>(Stream.concat(told, shown).toList()));
    }

    private static Optional<TwoWays> told(Bypass bypass, List<TargetResult> results) {
        return first(bypass.through(), results)
                .flatMap(one -> first(bypass.past(), results).map(other -> of(one, other)));
    }

    private static Optional<Climb> first(List<ProbeTarget> hosts, List<TargetResult> results) {
        return results.stream()
                .filter(result -> result.target().hosts().equals(hosts))
                .flatMap(result -> result.hosts().stream()
                        .map(host -> new Climb(result.target().name(), host.ladder())))
                .findFirst();
    }

    private static Optional<TwoWays> shown(Climb through, List<Climb> climbs) {
        return climbs.stream()
                .filter(other -> !isThroughPooler(other.ladder())
                        && other.ladder()
                                .target()
                                .database()
                                .equals(through.ladder().target().database())
                        && isSameServer(through.ladder(), other.ladder()))
                .findFirst()
                .map(past -> of(through, past));
    }

    private static TwoWays of(Climb through, Climb past) {
        return new TwoWays(through.name(), past.name(), new Comparison(through.ladder(), past.ladder()));
    }

    private static boolean isThroughPooler(LadderResult ladder) {
        return ladder.seen(Intermediary.class)
                .filter(between -> between.kind() == Intermediary.Kind.POOLER)
                .isPresent();
    }

    /// To the microsecond.
    private static boolean isSameServer(LadderResult one, LadderResult other) {
        return one.seen(ServerAnswer.class)
                .flatMap(here -> other.seen(ServerAnswer.class)
                        .filter(there -> there.startedAt().equals(here.startedAt())))
                .isPresent();
    }
}
