package dev.tautline.check.rules.hops;

import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.HaproxyKeys;
import dev.tautline.settings.Setting;

/// HAProxy leaves open sessions on a server that lost its role.
public final class ProxyKeepsSessionsAfterFailover implements HopRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.NETWORK;
    }

    @Override
    public Verdict judge(Hop hop) {
        var isChecked = hop.get(HaproxyKeys.OPTION_HTTPCHK).chosen();
        if (isChecked.isEmpty() || hop.targets().size() < 2 || reads(hop, isChecked.get())) {
            return Verdict.notApplicable("no HAProxy that follows the primary");
        }
        return Verdict.of(hop.targets().stream()
                .filter(target -> target.get(HaproxyKeys.SERVER_ON_MARKED_DOWN) instanceof Setting.Unset<String>)
                .limit(1)
                .map(target -> finding(
                        hop,
                        "sessions stay on a server that is marked down",
                        "After a failover the pools go on writing to the former primary: 25006 until each connection's"
                                + " life is over, half an hour by default.",
                        new Edit.Decide(target.origin(), "add on-marked-down shutdown-sessions to every server"),
                        new Evidence("server", target.name(), target.origin()),
                        Evidence.of(isChecked.get())))
                .toList());
    }

    private static boolean reads(Hop hop, Setting.Known<String> check) {
        return ReadersOnly.says(hop.name()) || ReadersOnly.says(check.value());
    }
}
