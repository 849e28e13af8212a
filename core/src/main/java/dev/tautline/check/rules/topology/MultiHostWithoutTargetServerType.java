package dev.tautline.check.rules.topology;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.util.Set;

/// A writing pool with several hosts takes whichever answers first, standbys included.
public final class MultiHostWithoutTargetServerType implements ClientRule {
    private static final Set<String> MAY_BE_STANDBY =
            Set.of("any", "preferSecondary", "preferSlave", "secondary", "slave", "preferPrimary");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onPostgres(client, url -> {
            if (url.hosts().size() < 2) {
                return Verdict.notApplicable("one host");
            }
            return client.get(HikariKeys.READ_ONLY).knownValue().orElse(false)
                    ? Verdict.notApplicable("the pool only reads")
                    : Rule.given(client.get(PgjdbcKeys.TARGET_SERVER_TYPE), target -> judge(client, target));
        });
    }

    private Verdict judge(Client client, Setting.Known<String> target) {
        if (!MAY_BE_STANDBY.contains(target.value())) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                client,
                "several hosts, and targetServerType=" + target.value() + " accepts a standby",
                "Whenever a standby answers first, every order fails with 25006 \"cannot execute INSERT in a read-only"
                        + " transaction\", although the primary is healthy and in the same URL.",
                Edits.driver(client, target.key(), "primary"),
                ClientRule.url(client),
                Evidence.of(target)));
    }
}
