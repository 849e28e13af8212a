package dev.tautline.check.rules.tls;

import dev.tautline.link.CertificateFile;
import dev.tautline.link.Certificates;
import dev.tautline.link.Client;
import dev.tautline.link.Hop;
import dev.tautline.link.Link;
import dev.tautline.link.Server;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A setting that points at a certificate, and the file that it means. `isBundle` is what is trusted, rather than
/// shown; `isChecked` whether a known other side refuses it when it is not valid.
record CertificateUse(
        String subject,
        Stage stage,
        Setting.Known<String> setting,
        CertificateFile file,
        boolean isBundle,
        boolean isChecked) {
    static final Set<String> VERIFYING = Set.of("verify-ca", "verify-full");

    /// All that files here show.
    static Stream<CertificateUse> in(Link link) {
        return Stream.of(
                        link.servers().stream().flatMap(server -> of(link, server).stream()),
                        link.hops().stream().flatMap(hop -> of(link, hop)),
                        link.clients().stream().flatMap(client -> of(link.certificates(), client)))
                .flatMap(uses -> uses);
    }

    /// What a server shows to those who connect.
    static Optional<CertificateUse> of(Link link, Server server) {
        var isOff = server.product() == Product.POSTGRESQL
                && !server.get(PostgresKeys.SSL).knownValue().orElse(false);
        var setting =
                server.get(server.product() == Product.POSTGRESQL ? PostgresKeys.SSL_CERT_FILE : MySqlKeys.SSL_CERT);
        return isOff
                ? Optional.empty()
                : use(
                        link.certificates(),
                        server.label(),
                        server.stage(),
                        setting,
                        server.workload(),
                        false,
                        isVerified(link));
    }

    /// What a pooler shows to its clients.
    static Optional<CertificateUse> shownBy(Link link, Hop hop) {
        var isOff = hop.get(PgBouncerKeys.CLIENT_TLS_SSLMODE)
                .knownValue()
                .orElse("disable")
                .equals("disable");
        return isOff
                ? Optional.empty()
                : use(
                        link.certificates(),
                        hop.label(),
                        hop.stage(),
                        hop.get(PgBouncerKeys.CLIENT_TLS_CERT_FILE),
                        hop.workload(),
                        false,
                        isVerified(link));
    }

    private static Stream<CertificateUse> of(Link link, Hop hop) {
        if (hop.product() != Product.PGBOUNCER) {
            return Stream.empty();
        }
        var verifies = VERIFYING.contains(
                hop.get(PgBouncerKeys.SERVER_TLS_SSLMODE).knownValue().orElse(""));
        var trusted = use(
                link.certificates(),
                hop.label(),
                hop.stage(),
                hop.get(PgBouncerKeys.SERVER_TLS_CA_FILE),
                hop.workload(),
                true,
                true);
        return Stream.concat(shownBy(link, hop).stream(), trusted.filter(any -> verifies).stream());
    }

    private static Stream<CertificateUse> of(Certificates certificates, Client client) {
        if (!client.callsPostgres()) {
            return Stream.empty();
        }
        var trusted = use(
                certificates,
                client.label(),
                client.stage(),
                client.get(PgjdbcKeys.SSL_ROOT_CERT),
                client.workload(),
                true,
                true);
        var shown = use(
                certificates,
                client.label(),
                client.stage(),
                client.get(PgjdbcKeys.SSL_CERT),
                client.workload(),
                false,
                true);
        return Stream.concat(trusted.filter(any -> verifies(client)).stream(), shown.stream());
    }

    private static Optional<CertificateUse> use(
            Certificates certificates,
            String subject,
            Stage stage,
            Setting<String> setting,
            Optional<Workload> runs,
            boolean isBundle,
            boolean isChecked) {
        return setting.chosen()
                .flatMap(path -> certificates
                        .at(path.value(), path.origin(), runs)
                        .map(file -> new CertificateUse(subject, stage, path, file, isBundle, isChecked)));
    }

    private static boolean isVerified(Link link) {
        return link.clients().stream().anyMatch(CertificateUse::verifies);
    }

    private static boolean verifies(Client client) {
        return VERIFYING.contains(client.get(PgjdbcKeys.SSL_MODE).knownValue().orElse(""));
    }

    /// The certificate on whose end everything depends.
    CertificateFile.Certificate decisive() {
        return isBundle ? file.longest() : file.first();
    }
}
