package dev.tautline.lab.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorityTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Authority authority = Authority.create("Lab", Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whatItSignsNamesTheHostsAndIsVerifiedByItsOwnCertificate() throws GeneralSecurityException {
        var issued = read(authority
                .issue(List.of("*.shop.test", "127.0.0.9"), Validity.USUAL)
                .certificate());

        issued.verify(read(authority.certificate()).getPublicKey());
        assertThat(issued.getSubjectAlternativeNames())
                .extracting(name -> (Object) name.get(1))
                .containsExactly("*.shop.test", "127.0.0.9");
        assertThat(issued.getNotBefore().toInstant()).isEqualTo(NOW.minus(Duration.ofDays(10)));
        assertThat(issued.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(80)));
    }

    @Test
    void onlyItsOwnCertificateMaySign() throws GeneralSecurityException {
        var issued = authority.issue(List.of("db"), Validity.USUAL);

        assertThat(read(authority.certificate()).getBasicConstraints()).isNotNegative();
        assertThat(read(issued.certificate()).getBasicConstraints()).isEqualTo(-1);
        assertThatThrownBy(() -> read(issued.certificate())
                        .verify(read(Authority.create("Lab", Clock.systemUTC()).certificate())
                                .getPublicKey()))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aCertificateMayHaveExpired() throws GeneralSecurityException {
        var expired = new Validity(Duration.ofDays(90), Duration.ofHours(-1));

        assertThat(read(authority.issue(List.of("db"), expired).certificate())
                        .getNotAfter()
                        .toInstant())
                .isEqualTo(NOW.minus(Duration.ofHours(1)));
    }

    @Test
    void aCertificateThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> new Validity(Duration.ofDays(1), Duration.ofDays(-2)))
                .hasMessageContaining("must not end before it begins");
    }

    @Test
    void aHostThatNoCertificateCanHoldIsRefusedByName() {
        assertThatThrownBy(() -> authority.issue(List.of("999.1.1.1"), Validity.USUAL))
                .isInstanceOf(CertificateFailed.class)
                .hasMessageContaining("999.1.1.1");
    }

    @Test
    void theKeyDoesNotShow() {
        assertThat(authority.issue(List.of("db"), Validity.USUAL))
                .asString()
                .contains("BEGIN CERTIFICATE")
                .doesNotContain("PRIVATE");
    }

    private static X509Certificate read(String pem) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
    }
}
