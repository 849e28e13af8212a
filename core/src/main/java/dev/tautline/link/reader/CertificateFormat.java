package dev.tautline.link.reader;

import dev.tautline.link.CertificateFile;
import dev.tautline.link.CertificateFile.Certificate;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/// Reads files of certificates in PEM (RFC 7468). Private keys beside them are not looked at.
final class CertificateFormat implements Format {
    private static final Pattern NAME = Pattern.compile("(?i).+\\.(crt|pem|cer|cert)");
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]{1,100000}-----END CERTIFICATE-----");
    /// RFC 5280, 4.2.1.6, `GeneralName`.
    private static final Set<Integer> DNS_NAME_OR_ADDRESS = Set.of(2, 7);

    @Override
    public boolean mayBe(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    @Override
    public boolean recognises(SourceText source) {
        return BLOCK.matcher(source.text()).find();
    }

    /// A block that is no certificate is left out without a word: perhaps no setting points at the file.
    @Override
    public boolean read(SourceText source, Facts facts) {
        var certificates = BLOCK.matcher(source.text())
                .results()
                .flatMap(block -> certificate(source, block).stream())
                .toList();
        if (!certificates.isEmpty()) {
            facts.certificate(new CertificateFile(source.file(), certificates));
        }
        return !certificates.isEmpty();
    }

    private static Optional<Certificate> certificate(SourceText source, MatchResult block) {
        var line = (int) source.text().substring(0, block.start()).lines().count() + 1;
        try (var text = new ByteArrayInputStream(block.group().getBytes(StandardCharsets.US_ASCII))) {
            var read = CertificateFactory.getInstance("X.509").generateCertificate(text);
            return read instanceof X509Certificate x509
                    ? Optional.of(new Certificate(
                            hosts(x509),
                            x509.getNotBefore().toInstant(),
                            x509.getNotAfter().toInstant(),
                            source.place(line, 1, "")))
                    : Optional.empty();
        } catch (CertificateException | java.io.IOException noCertificate) {
            return Optional.empty();
        }
    }

    /// The common name counts only where there is no other name (RFC 6125, 6.4.4).
    private static Set<String> hosts(X509Certificate certificate) throws CertificateException {
        var names = Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
                .flatMap(all -> all.stream())
                .filter(name -> DNS_NAME_OR_ADDRESS.contains(name.getFirst()))
                .map(name -> String.valueOf(name.getLast()).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return names.isEmpty()
                ? commonName(certificate.getSubjectX500Principal().getName()).collect(Collectors.toSet())
                : names;
    }

    private static Stream<String> commonName(String subject) {
        try {
            return new LdapName(subject)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(value -> String.valueOf(value).toLowerCase(Locale.ROOT));
        } catch (InvalidNameException unusual) {
            return Stream.empty();
        }
    }
}
