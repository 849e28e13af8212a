package dev.tautline.check.rules.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.Check;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.link.reader.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What depends on the day; the page has what does not.
class CertificateExpiredTest {
    /// Valid from 2020-01-01 to 2020-12-31, both at midnight.
    private static final String OF_2020 = """
            subject=CN = db.shop.example
            -----BEGIN CERTIFICATE-----
            MIIBgzCCASmgAwIBAgIJAPOGdy6X2v+oMAoGCCqGSM49BAMDMBoxGDAWBgNVBAMT
            D2RiLnNob3AuZXhhbXBsZTAeFw0yMDAxMDEwMDAwMDBaFw0yMDEyMzEwMDAwMDBa
            MBoxGDAWBgNVBAMTD2RiLnNob3AuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49
            AwEHA0IABHwyWWl+XHKB1h5vRFGqID8XlhmbWvw2jcasn2qqYZUgM2qXqeROlF1g
            IVvdBXvVQkDuyBZIP0WwFoD9ZHpV6hejWDBWMB0GA1UdDgQWBBQ+0jY1fmqoBpqr
            4VEEL/E0rQhW9DA1BgNVHREELjAsgg9kYi5zaG9wLmV4YW1wbGWCEyoucG9vbC5z
            aG9wLmV4YW1wbGWHBAoAAAUwCgYIKoZIzj0EAwMDSAAwRQIhANB1+PYxsGtGwqI4
            pN/13l9WKFwZ7vsTzmeZASmbBAfjAiAZEzofq5VzVK7MXEfTSSS73TZVB99LF+Fs
            +wZ9npfaEg==
            -----END CERTIFICATE-----
            """;

    private static final Instant END = Instant.parse("2020-12-31T00:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void writeServer() throws IOException {
        Files.writeString(folder.resolve("postgresql.conf"), "ssl = on\nssl_cert_file = 'server.crt'\n");
        Files.writeString(folder.resolve("server.crt"), OF_2020);
    }

    @Test
    void isWellUntilThirtyDaysBeforeItsEnd() {
        assertThat(at(Instant.parse("2020-01-01T00:00:00Z"))).isEmpty();
        assertThat(at(Instant.parse("2020-11-30T23:59:59Z"))).isEmpty();
    }

    @Test
    void warnsInItsLastThirtyDays() {
        assertThat(at(Instant.parse("2020-12-01T00:00:00Z")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.headline()).endsWith("ends on 2020-12-31"));
        assertThat(at(END.minusSeconds(1))).hasSize(1);
    }

    @Test
    void hasEndedFromThatSecondOn() {
        assertThat(at(END))
                .singleElement()
                .satisfies(finding -> assertThat(finding.headline()).endsWith("ended on 2020-12-31"));
    }

    @Test
    void hasNotBegunBeforeItsFirstSecond() {
        assertThat(at(Instant.parse("2019-12-31T23:59:59Z")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.headline()).endsWith("begins on 2020-01-01"));
    }

    @Test
    void isCriticalWhereAClientVerifiesIt() throws IOException {
        assertThat(at(END)).extracting(Finding::severity).containsExactly(Severity.HIGH);

        Files.writeString(
                folder.resolve("application.properties"),
                "spring.datasource.url=jdbc:postgresql://db.shop.example/shop?sslmode=verify-full\n");

        assertThat(at(END)).extracting(Finding::severity).containsExactly(Severity.CRITICAL);
        assertThat(at(END.minusSeconds(1))).extracting(Finding::severity).containsExactly(Severity.HIGH);
    }

    @Test
    void pointsAtTheLineOnWhichTheCertificateBegins() {
        assertThat(at(END))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.at().place().orElseThrow().line()).isEqualTo(2));
    }

    private List<Finding> at(Instant now) {
        var read = new ConfigurationReader(Map.of(), Optional.empty(), () -> now).read(List.of(folder), List.of());
        return new Check(List.of(new CertificateExpired()))
                .review(read.link(), read.problems())
                .findings();
    }
}
