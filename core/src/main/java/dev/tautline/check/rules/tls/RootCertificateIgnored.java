package dev.tautline.check.rules.tls;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.util.Set;

/// A root certificate is named, and the mode does not look at it.
public final class RootCertificateIgnored implements ClientRule {
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
        return ClientRule.onPostgres(
                client,
                url -> Rule.chosen(
                        client.get(PgjdbcKeys.SSL_ROOT_CERT),
                        root -> isStrictByDefault(client)
                                ? Verdict.PASS
                                : Rule.given(client.get(PgjdbcKeys.SSL_MODE), mode -> judge(client, root, mode))));
    }

    /// `ssl=true` without a mode is verify-full (pgjdbc 42.7.14, `SslMode.of`).
    private static boolean isStrictByDefault(Client client) {
        return client.get(PgjdbcKeys.SSL)
                        .knownValue()
                        .filter(text -> !text.equals("false"))
                        .isPresent()
                && client.get(PgjdbcKeys.SSL_MODE).chosen().isEmpty();
    }

    private Verdict judge(Client client, Setting.Known<String> root, Setting.Known<String> mode) {
        return VERIFYING.contains(mode.value())
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "sslrootcert is not used: sslmode=" + mode.value() + " does not verify",
                        "The file looks as if the server were checked. Whoever answers in its place, by a"
                                + " wrong DNS entry or on the way, gets the password all the same.",
                        Edits.driver(client, mode.key(), "verify-full"),
                        Evidence.of(root),
                        Evidence.of(mode)));
    }
}
