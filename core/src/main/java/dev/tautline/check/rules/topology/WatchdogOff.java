package dev.tautline.check.rules.topology;

import dev.tautline.check.Rule;
import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.PatroniKeys;
import java.util.Set;

/// Nothing stops a primary whose Patroni hangs, so that there may be two.
public final class WatchdogOff implements ServerRule {
    /// YAML reads a bare `off` as a boolean.
    private static final Set<String> OFF = Set.of("off", "false");

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        return Rule.chosen(
                server.get(PatroniKeys.WATCHDOG_MODE),
                mode -> OFF.contains(mode.value())
                        ? Verdict.violation(finding(
                                server,
                                "the watchdog of " + server.label() + " is off",
                                "A Patroni that hangs or is killed while its server lives on cannot demote it: two servers"
                                        + " take orders, and those of one of them are lost when the cluster heals.",
                                new Edit.Replace(mode.origin(), "mode", "automatic"),
                                Evidence.of(mode)))
                        : Verdict.PASS);
    }
}
