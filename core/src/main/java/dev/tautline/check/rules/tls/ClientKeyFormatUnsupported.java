package dev.tautline.check.rules.tls;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Version;

/// The driver's version cannot read a key in PEM.
public final class ClientKeyFormatUnsupported implements ClientRule {
    /// pgjdbc 42.7.9 added the reader for PEM (pull request 3700).
    private static final Version READS_PEM = Version.of("42.7.9");

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
                client, url -> Rule.chosen(client.get(PgjdbcKeys.SSL_KEY), key -> judge(client, key)));
    }

    private Verdict judge(Client client, Setting.Known<String> key) {
        if (!key.value().endsWith(".pem")) {
            return Verdict.PASS;
        }
        return client.settings()
                .versions()
                .find(Product.PGJDBC)
                .map(found -> found.version().isAtLeast(READS_PEM)
                        ? Verdict.PASS
                        : Verdict.violation(finding(
                                client,
                                "pgjdbc " + found.version() + " cannot read a key in PEM",
                                "Where the server asks for a client certificate, no connection can be opened: \"Could"
                                        + " not read SSL key file\".",
                                new Edit.Decide(
                                        key.origin(),
                                        "convert the key to PKCS-12 or PKCS-8 DER (.p12, .pk8), or use pgjdbc 42.7.9 or newer"),
                                Evidence.of(key),
                                new Evidence("pgjdbc", found.version().toString(), found.origin()))))
                .orElseGet(() -> Verdict.undecided("no build file tells the driver's version"));
    }
}
