package dev.tautline.check.rules.server;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.ManagedDatabaseKeys;
import java.util.Set;

/// A server whose certificate was issued by an authority of Amazon's that has expired.
public final class CertificateAuthorityRetired implements ServerRule {
    /// They ended on 5 March 2020 and on 22 August 2024.
    private static final Set<String> ENDED = Set.of("rds-ca-2015", "rds-ca-2019");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        return server.get(ManagedDatabaseKeys.CA_CERT_IDENTIFIER)
                .chosen()
                .filter(authority -> ENDED.contains(authority.value()))
                .map(read -> Verdict.violation(finding(
                        server,
                        "the server's certificate is of " + read.value() + ", which has expired",
                        "Clients that verify the server (sslmode=verify-full, verify-ca) fail with \"certificate has"
                                + " expired\"; whoever then switches verification off keeps it off.",
                        new Edit.Replace(read.origin(), "ca_cert_identifier", "rds-ca-rsa2048-g1"),
                        Evidence.of(read))))
                .orElse(Verdict.notApplicable("no authority of the past is named"));
    }
}
