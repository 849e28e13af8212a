package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts of JDK 25.
class TlsAlertsTest {
    @ParameterizedTest
    @CsvSource({
        "Received fatal alert: certificate_required, CLIENT_CERTIFICATE_MISSING",
        "(unknown_ca) Received fatal alert: unknown_ca, CLIENT_CERTIFICATE_REFUSED",
        "(decrypt_error) Received fatal alert: decrypt_error, CLIENT_CERTIFICATE_REFUSED",
        "Received fatal alert: certificate_expired, CLIENT_CERTIFICATE_REFUSED"
    })
    void namesTheTroubleWithOurCertificate(String text, FailureKind kind) {
        assertThat(TlsAlerts.aboutOurCertificate(new SSLHandshakeException(text)))
                .contains(kind);
    }

    @Test
    void leavesEverythingElseToOthers() {
        assertThat(TlsAlerts.aboutOurCertificate(new SSLHandshakeException("Received fatal alert: protocol_version")))
                .isEmpty();
        assertThat(TlsAlerts.aboutOurCertificate(new SSLHandshakeException("PKIX path building failed")))
                .isEmpty();
        assertThat(TlsAlerts.aboutOurCertificate(new IOException("Received fatal alert: unknown_ca")))
                .isEmpty();
    }
}
