package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.MySqlTls;
import dev.tautline.check.Reach;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.MariaDbDriverKeys;
import dev.tautline.settings.Setting;

/// MariaDB's driver lets the server ask for files unless it is told not to.
public final class LocalFilesReadableByDefault implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onMariaDb(client, url -> {
            if (url.hosts().stream().allMatch(HostPort::isLoopback)) {
                return Verdict.notApplicable("the server is on the same machine");
            }
            return Rule.given(
                    client.get(MariaDbDriverKeys.ALLOW_LOCAL_INFILE),
                    flag -> MySqlTls.given(client, DriverKeys.MARIADB, tls -> judge(client, flag, tls)));
        });
    }

    private Verdict judge(Client client, Setting.Known<Boolean> flag, MySqlTls tls) {
        return flag.isChosen() || !flag.value() || tls.level() == MySqlTls.Level.VERIFIED
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "the server may ask for the application's files: allowLocalInfile is on by default",
                        "Whoever answers in the server's place can fetch any file that the service may read, and nothing checks"
                                + " who answers.",
                        Edits.driver(client, flag.key(), "false"),
                        ClientRule.url(client),
                        Evidence.of(flag),
                        Evidence.of(tls.said())));
    }
}
