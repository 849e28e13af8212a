package dev.tautline.check.rules.hops;

import dev.tautline.check.HopRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.ProxySqlKeys;
import dev.tautline.settings.Secret;
import dev.tautline.settings.Setting;
import java.util.Set;
import java.util.stream.Stream;

/// ProxySQL's console has the password of the manual.
public final class ProxySqlDefaultCredentials implements HopRule {
    private static final Set<String> KNOWN = Set.of("admin:admin", "radmin:radmin", "cluster:cluster");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Hop hop) {
        return Rule.chosen(
                hop.get(ProxySqlKeys.ADMIN_CREDENTIALS),
                credentials -> isDefault(credentials)
                        ? Verdict.violation(finding(
                                hop,
                                "the console of ProxySQL has the password that everybody knows",
                                "Whoever reaches port 6032 reads the passwords of all users and sends the queries of the"
                                        + " shop wherever he likes.",
                                new Edit.Decide(credentials.origin(), "give the console a password of its own"),
                                Evidence.of(credentials)))
                        : Verdict.PASS);
    }

    private static boolean isDefault(Setting.Known<Secret> credentials) {
        return Stream.of(credentials.value().reveal().split(";", -1))
                .map(String::strip)
                .anyMatch(KNOWN::contains);
    }
}
