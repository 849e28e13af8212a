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
import java.util.Set;

/// PgBouncer lets clients in without a password, or keeps passwords readable.
public final class PoolerTrustsEverybody implements HopRule {
    private static final Set<String> WEAK = Set.of("any", "trust", "plain");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Hop hop) {
        return Rule.chosen(
                hop.get(PgBouncerKeys.AUTH_TYPE),
                type -> WEAK.contains(type.value())
                        ? Verdict.violation(finding(
                                hop,
                                "auth_type = " + type.value()
                                        + (type.value().equals("plain")
                                                ? " keeps and sends passwords in clear"
                                                : " asks nobody for a password"),
                                "Whoever reaches the pooler reads and changes the data with the rights of the"
                                        + " application.",
                                new Edit.Replace(type.origin(), "auth_type", "scram-sha-256"),
                                Evidence.of(type)))
                        : Verdict.PASS);
    }
}
