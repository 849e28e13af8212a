package dev.tautline.check.rules.tls;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.util.Set;

/// The client believes whoever answers.
public final class SslModeDoesNotVerify implements ClientRule {
    private static final Set<String> VERIFYING = Set.of("verify-ca", "verify-full");

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onPostgres(client, url -> {
            if (url.hosts().stream().allMatch(HostPort::isLoopback)) {
                return Verdict.notApplicable("the server is on the same machine");
            }
            // ssl=true without sslmode is verify-full (pgjdbc, SslMode.of).
            var isStrict = client.get(PgjdbcKeys.SSL)
                            .knownValue()
                            .filter(text -> !text.equals("false"))
                            .isPresent()
                    && client.get(PgjdbcKeys.SSL_MODE).chosen().isEmpty();
            return isStrict
                    ? Verdict.PASS
                    : Rule.given(client.get(PgjdbcKeys.SSL_MODE), mode -> judge(client, url, mode));
        });
    }

    private Verdict judge(Client client, JdbcUrl url, Setting.Known<String> mode) {
        if (VERIFYING.contains(mode.value())) {
            return Verdict.PASS;
        }
        if (!url.isResolved()) {
            return Verdict.undecided("the host is not known here, so it may be this machine");
        }
        return Verdict.violation(finding(
                client,
                "sslmode=" + mode.value() + " does not check whom it talks to",
                "Whoever can answer in the server's place, by a wrong DNS entry or on the way, gets the password and every"
                        + " order; with prefer, allow or disable it may even travel unencrypted.",
                Edits.driver(client, mode.key(), "verify-full"),
                ClientRule.url(client),
                Evidence.of(mode)));
    }
}
