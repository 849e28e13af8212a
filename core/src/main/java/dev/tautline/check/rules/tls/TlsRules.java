package dev.tautline.check.rules.tls;

import dev.tautline.check.Rule;
import java.util.List;

/// The rules of this family, one sorted line each.
public final class TlsRules {
    private TlsRules() {}

    public static List<Rule> all() {
        return List.of(
                new CertificateExpired(),
                new CertificateForAnotherHost(),
                new CertificatePathRelative(),
                new ChannelBindingWithoutTls(),
                new ClientKeyFormatUnsupported(),
                new HostNameNotVerified(),
                new PlainConnectionRefusedByServer(),
                new RootCertificateIgnored(),
                new RootCertificateSystemUnsupported(),
                new SqlServerTrustsAnyCertificate(),
                new SslFactoryTrustsAnyone(),
                new SslFlagsContradict(),
                new SslModeDoesNotVerify(),
                new SslModeOverridesSsl(),
                new SslTrueWithoutRootCertificate(),
                new TlsRefusedByServer(),
                new UseSslOnlyPrefersTls(),
                new VerifyingWithoutRootCertificate());
    }
}
