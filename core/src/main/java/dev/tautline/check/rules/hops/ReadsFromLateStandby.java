package dev.tautline.check.rules.hops;

import dev.tautline.check.HopRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.PgpoolKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// Pgpool-II sends reads to standbys however late they are.
public final class ReadsFromLateStandby implements HopRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Hop hop) {
        if (hop.product() != Product.PGPOOL || hop.targets().size() < 2) {
            return Verdict.notApplicable("no Pgpool-II with several servers");
        }
        return Rule.given(
                hop.get(PgpoolKeys.LOAD_BALANCE_MODE),
                balances -> balances.value() ? judge(hop, balances) : Verdict.PASS);
    }

    private Verdict judge(Hop hop, Setting.Known<Boolean> balances) {
        var bytes = hop.get(PgpoolKeys.DELAY_THRESHOLD);
        var time = hop.get(PgpoolKeys.DELAY_THRESHOLD_BY_TIME);
        if (bytes.knownValue().filter(limit -> limit == 0).isEmpty()
                || time.knownValue().filter(Duration::isZero).isEmpty()) {
            return Verdict.PASS;
        }
        var at = Stream.of(time.chosen(), bytes.chosen(), Optional.of(balances).filter(Setting.Known::isChosen))
                .flatMap(Optional::stream)
                .map(known -> Evidence.of(known))
                .findFirst()
                .orElse(new Evidence("load_balance_mode", "on, by default", hop.origin()));
        return Verdict.violation(finding(
                hop,
                "reads go to standbys however late they are",
                "After a long transaction or a slow disk a standby shows the past: what was just written is not found,"
                        + " and is written again.",
                new Edit.Decide(at.origin(), "set delay_threshold_by_time, such as 1000 (ms)"),
                at));
    }
}
