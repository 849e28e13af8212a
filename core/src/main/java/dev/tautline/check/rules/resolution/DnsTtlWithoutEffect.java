package dev.tautline.check.rules.resolution;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Reach;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.JvmKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.Optional;

/// A security property of Java that is given as a system property, where nobody reads it.
public final class DnsTtlWithoutEffect implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Reach reach() {
        return Reach.NETWORK;
    }

    @Override
    public Verdict judge(Client client) {
        return ttl(client, JvmKeys.NETWORKADDRESS_CACHE_TTL)
                .or(() -> ttl(client, JvmKeys.NETWORKADDRESS_CACHE_NEGATIVE_TTL))
                .map(read -> Verdict.violation(finding(client, read)))
                .orElse(Verdict.notApplicable("no such property is given"));
    }

    /// What is read here stands behind a `-D`; no file of security properties is.
    private static Optional<Setting.Known<Duration>> ttl(Client client, SettingKey<Duration> key) {
        return client.get(key).chosen();
    }

    private Finding finding(Client client, Setting.Known<Duration> read) {
        var name = read.key().equals(JvmKeys.NETWORKADDRESS_CACHE_TTL)
                ? JvmKeys.SUN_NET_INETADDR_TTL.name()
                : JvmKeys.SUN_NET_INETADDR_NEGATIVE_TTL.name();
        return finding(
                client,
                "-D" + read.key().name() + " does nothing: it is a security property",
                "The JVM keeps addresses for as long as it always does, 30 s without a security manager; what somebody"
                        + " believes to be set for the next failover is not.",
                new Edit.Rename(read.origin(), read.key().name(), name),
                Evidence.of(read));
    }
}
