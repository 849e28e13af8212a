package dev.tautline.check.rules.pooling;

import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.stream.Stream;

/// A value that PgBouncer cannot read, such as `10min` where a number of seconds must stand.
public final class PoolerValueNotUnderstood implements HopRule {
    private static final String REFUSED =
            "PgBouncer does not start with this file (\"invalid value\", \"cannot load config file\"): the next restart takes"
                    + " the way to the database away. After a RELOAD the old value stays in force.";

    private static final String TAKEN =
            "PgBouncer takes the digits that the value begins with, or 0 where there are none, without a word: the pool"
                    + " has another size, or another life, than the file says.";

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
        var own = hop.settings().malformed().stream();
        var ofTargets = hop.targets().stream().flatMap(target -> target.settings().malformed().stream());
        return Verdict.of(Stream.concat(own, ofTargets.distinct())
                .map(bad -> finding(hop, bad))
                .toList());
    }

    private Finding finding(Hop hop, Setting.Malformed<?> bad) {
        var allowed = bad.key().type().allowed();
        var found = finding(
                hop,
                bad.key().name() + " is '" + bad.text() + "', which is not " + allowed,
                isTakenAnyway(bad) ? TAKEN : REFUSED,
                new Edit.Decide(
                        bad.origin(), "write " + allowed + " for " + bad.key().name()),
                new Evidence(bad.key().name(), bad.text(), bad.origin()));
        return isTakenAnyway(bad) ? found.withSeverity(Severity.HIGH) : found;
    }

    /// Numbers in a line of `[databases]` are read with C's `atoi`; a line with nothing behind the sign is refused.
    private static boolean isTakenAnyway(Setting.Malformed<?> bad) {
        return bad.key().name().startsWith("databases.")
                && !bad.text().isBlank()
                && !bad.key().type().allowed().startsWith("one of")
                && !bad.key().equals(PgBouncerKeys.DATABASES_PORT);
    }
}
