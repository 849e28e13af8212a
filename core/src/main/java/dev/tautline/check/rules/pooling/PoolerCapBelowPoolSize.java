package dev.tautline.check.rules.pooling;

import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.util.Optional;
import java.util.stream.Stream;

/// A pool of a pooler is larger than the pooler lets it become.
public final class PoolerCapBelowPoolSize implements HopRule {
    /// A written size and a written limit below it.
    private record Cut(Setting.Known<Integer> size, Setting.Known<Integer> cap) {
        static Optional<Cut> of(Setting<Integer> size, Setting<Integer> cap) {
            return size.chosen()
                    .flatMap(most -> cap.chosen()
                            .filter(limit -> limit.value() > 0 && limit.value() < most.value())
                            .map(limit -> new Cut(most, limit)));
        }
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Hop hop) {
        var ofPooler = Cut.of(hop.get(PgBouncerKeys.DEFAULT_POOL_SIZE), hop.get(PgBouncerKeys.MAX_DB_CONNECTIONS));
        var cuts = hop.targets().isEmpty()
                ? ofPooler.stream()
                : hop.targets().stream().flatMap(target -> cuts(hop, target));
        return Verdict.of(cuts.map(cut -> finding(hop, cut)).distinct().toList());
    }

    private static Stream<Cut> cuts(Hop hop, HopTarget target) {
        var size = orOf(hop, target, PgBouncerKeys.DATABASES_POOL_SIZE, PgBouncerKeys.DEFAULT_POOL_SIZE);
        var ofDatabase =
                orOf(hop, target, PgBouncerKeys.DATABASES_MAX_DB_CONNECTIONS, PgBouncerKeys.MAX_DB_CONNECTIONS);
        return Stream.of(ofDatabase, hop.get(PgBouncerKeys.MAX_USER_CONNECTIONS))
                .flatMap(cap -> Cut.of(size, cap).stream());
    }

    private static Setting<Integer> orOf(
            Hop hop, HopTarget target, SettingKey<Integer> ofLine, SettingKey<Integer> ofPooler) {
        var setting = target.get(ofLine);
        return setting instanceof Setting.Unset<Integer> ? hop.get(ofPooler) : setting;
    }

    private Finding finding(Hop hop, Cut cut) {
        return finding(
                hop,
                "pools of " + cut.size().value() + " sessions are never reached: "
                        + cut.cap().key().name().replace("databases.", "") + " is "
                        + cut.cap().value(),
                "Under load queries wait in the pooler although the size says that there is room; with a second user on the"
                        + " same database one of the two waits until the other's idle sessions are closed, minutes later.",
                new Edit.Decide(
                        cut.cap().origin(),
                        "raise it above the sum of the pools that it holds for, or make the pools smaller"),
                Evidence.of(cut.cap()),
                Evidence.of(cut.size()));
    }
}
