package dev.tautline.check.rules.pooling;

import dev.tautline.check.HopRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;

/// The section `[databases]` is there and empty.
public final class PoolerWithoutDatabases implements HopRule {
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
            return Verdict.notApplicable("no PgBouncer");
        }
        return Rule.chosen(
                hop.get(PgBouncerKeys.DATABASES),
                section -> hop.targets().isEmpty() ? isSeen(hop, section) : Verdict.PASS);
    }

    private Verdict isSeen(Hop hop, Setting.Known<String> section) {
        return hop.get(PgBouncerKeys.PIDFILE) instanceof Setting.Unresolved<String> unseen
                ? Verdict.undecided("databases may stand in " + unseen.text() + " at " + unseen.origin())
                : Verdict.violation(finding(
                        hop,
                        "the section [databases] is empty",
                        "PgBouncer runs and looks healthy, and refuses every client: \"no such database\". All"
                                + " services are down at once.",
                        new Edit.Decide(section.origin(), "write a line for each database: shop = host=… port=5432"),
                        new Evidence("[databases]", "empty", section.origin())));
    }
}
