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

/// Several PgBouncers behind one address do not know each other.
public final class CancelRequestGoesAstray implements HopRule {
    @Override
    public Severity severity() {
        return Severity.LOW;
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
                hop.get(PgBouncerKeys.SO_REUSEPORT),
                shared -> Rule.given(hop.get(PgBouncerKeys.PEER_ID), peer -> judge(hop, shared, peer)));
    }

    private Verdict judge(Hop hop, Setting.Known<Boolean> shared, Setting.Known<Integer> peer) {
        return shared.value() && peer.value() == 0
                ? Verdict.violation(finding(
                        hop,
                        "several PgBouncers share a port and do not know each other",
                        "A cancelled query runs on: the request to end it reached a process that knows nothing of it.",
                        new Edit.Decide(shared.origin(), "give each process a peer_id and list the others in [peers]"),
                        Evidence.of(shared)))
                : Verdict.PASS;
    }
}
