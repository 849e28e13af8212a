package dev.tautline.check.rules.pooling;

import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.Comparator;

/// A value that PgBouncer cannot read, such as `10min` where a number of seconds must stand.
public final class PoolerValueNotUnderstood implements HopRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Hop hop) {
        if (hop.product() != Product.PGBOUNCER) {
            return Verdict.notApplicable("not PgBouncer");
        }
        return Verdict.of(hop.settings().written().stream()
                .filter(Setting.Malformed.class::isInstance)
                .map(setting -> (Setting.Malformed<?>) setting)
                .sorted(Comparator.comparing(bad -> bad.origin().toString()))
                .map(bad -> finding(hop, bad))
                .toList());
    }

    private Finding finding(Hop hop, Setting.Malformed<?> bad) {
        var allowed = bad.key().type().allowed();
        return finding(
                hop,
                bad.key().name() + " is '" + bad.text() + "', which is not " + allowed,
                "PgBouncer does not start with this file (\"invalid value\", \"cannot load config file\"): the next restart"
                        + " takes the way to the database away. After a RELOAD the old value stays in force.",
                new Edit.Decide(
                        bad.origin(), "write " + allowed + " for " + bad.key().name()),
                new Evidence(bad.key().name(), bad.text(), bad.origin()));
    }
}
