package dev.tautline.check.change;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import java.util.List;

/// Another pool: what was written for the old one is not read any more.
public final class PoolReplaced implements ClientChangeRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public List<Finding> judge(ClientChange change) {
        var was = change.before().pool();
        var is = change.after().pool();
        return was == is
                ? List.of()
                : List.of(finding(
                        change,
                        "the pool is another one: " + was + " → " + is,
                        "Sizes, limits and tests of connections that were written for the old pool are not read by the new"
                                + " one, without a word; its defaults hold.",
                        "write every setting of the old pool under the new pool's names",
                        new Evidence(
                                "pool", is.toString(), change.after().urlText().origin()),
                        new Evidence(
                                "before: pool",
                                was.toString(),
                                change.before().urlText().origin())));
    }
}
