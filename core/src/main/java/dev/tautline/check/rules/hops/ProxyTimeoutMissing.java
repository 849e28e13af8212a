package dev.tautline.check.rules.hops;

import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.HaproxyKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.List;

/// HAProxy keeps dead connections for ever.
public final class ProxyTimeoutMissing implements HopRule {
    private static final List<SettingKey<Duration>> NEEDED =
            List.of(HaproxyKeys.TIMEOUT_CONNECT, HaproxyKeys.TIMEOUT_CLIENT, HaproxyKeys.TIMEOUT_SERVER);

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.NETWORK;
    }

    @Override
    public Verdict judge(Hop hop) {
        if (hop.product() != Product.HAPROXY) {
            return Verdict.notApplicable("no HAProxy");
        }
        var missing = NEEDED.stream()
                .filter(key -> hop.get(key) instanceof Setting.Unset<Duration>)
                .map(SettingKey::name)
                .toList();
        return missing.isEmpty()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        hop,
                        "no " + String.join(", no ", missing),
                        "Connections of clients that vanished stay for ever and take one slot each, until the proxy or"
                                + " the database takes no more.",
                        new Edit.Decide(
                                hop.origin(), "add timeout connect 5s, timeout client 30m and timeout server 30m"),
                        new Evidence(hop.name(), "no " + String.join(", no ", missing), hop.origin())));
    }
}
