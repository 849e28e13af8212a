package dev.tautline.agent;

import dev.tautline.probe.Expectation;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.SessionOptions;
import dev.tautline.probe.TlsOptions;
import dev.tautline.settings.Secret;
import dev.tautline.settings.SslMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/// The hosts of a PostgreSQL URL as targets of the ladder, with pgjdbc's own reading of URL and properties.
final class LadderTargets {
    // With one of these the driver takes another way than the ladder's: only the driver itself can tell.
    private static final Set<PGProperty> NOT_ON_THE_LADDER = Set.of(
            PGProperty.AUTHENTICATION_PLUGIN_CLASS_NAME,
            PGProperty.GSS_LIB,
            PGProperty.JAAS_APPLICATION_NAME,
            PGProperty.LOCAL_SOCKET_ADDRESS,
            PGProperty.REQUIRE_AUTH,
            PGProperty.SERVICE,
            PGProperty.SOCKET_FACTORY,
            PGProperty.SSL_FACTORY,
            PGProperty.SSL_PASSWORD_CALLBACK);

    private final Properties parsed;

    private LadderTargets(Properties parsed) {
        this.parsed = parsed;
    }

    /// Empty for other databases and for settings that the ladder does not know.
    static List<ProbeTarget> of(String url, Properties properties) {
        Properties parsed = url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, properties) : null;
        if (parsed == null || NOT_ON_THE_LADDER.stream().anyMatch(p -> parsed.getProperty(p.getName()) != null)) {
            return List.of();
        }
        return new LadderTargets(parsed).targets();
    }

    private List<ProbeTarget> targets() {
        List<String> hosts = List.of(of("PGHOST", "localhost").split(",", -1));
        List<String> ports = List.of(of("PGPORT", "5432").split(",", -1));
        return IntStream.range(0, hosts.size())
                .mapToObj(i -> target(hosts.get(i), Integer.parseInt(ports.get(Math.min(i, ports.size() - 1)))))
                .toList();
    }

    private ProbeTarget target(String host, int port) {
        String user = of("user", System.getProperty("user.name", ""));
        String password = parsed.getProperty("password");
        return new ProbeTarget(
                host,
                port,
                of("PGDBNAME", user),
                user,
                password == null ? null : Secret.of(password),
                sslMode(),
                path(PGProperty.SSL_ROOT_CERT),
                expectation(),
                tls(),
                session(),
                null);
    }

    private SessionOptions session() {
        String iterations = parsed.getProperty(PGProperty.SCRAM_MAX_ITERATIONS.getName());
        return new SessionOptions(
                parsed.getProperty(PGProperty.OPTIONS.getName()),
                parsed.getProperty(PGProperty.CURRENT_SCHEMA.getName()),
                iterations == null ? null : Integer.valueOf(iterations));
    }

    private TlsOptions tls() {
        String keyPassword = parsed.getProperty(PGProperty.SSL_PASSWORD.getName());
        return new TlsOptions(
                of(PGProperty.SSL_NEGOTIATION.getName(), "postgres").equalsIgnoreCase("direct"),
                path(PGProperty.SSL_CERT),
                path(PGProperty.SSL_KEY),
                keyPassword == null ? null : Secret.of(keyPassword),
                of(PGProperty.CHANNEL_BINDING.getName(), "prefer").equalsIgnoreCase("require"));
    }

    // ssl=true without sslmode means verify-full (pgjdbc 42.7, SslMode.of).
    private SslMode sslMode() {
        String mode = parsed.getProperty(PGProperty.SSL_MODE.getName());
        if (mode != null) {
            return SslMode.parse(mode);
        }
        String ssl = parsed.getProperty(PGProperty.SSL.getName());
        boolean demanded = ssl != null && (ssl.isEmpty() || Boolean.parseBoolean(ssl));
        return demanded ? SslMode.VERIFY_FULL : SslMode.PREFER;
    }

    private @Nullable Path path(PGProperty property) {
        String file = parsed.getProperty(property.getName());
        return file == null ? null : Path.of(file);
    }

    private Expectation expectation() {
        return switch (of(PGProperty.TARGET_SERVER_TYPE.getName(), "any").toLowerCase(Locale.ROOT)) {
            case "primary", "master" -> Expectation.PRIMARY;
            case "secondary", "slave" -> Expectation.STANDBY;
            default -> Expectation.ANY;
        };
    }

    private String of(String name, String otherwise) {
        return Objects.requireNonNullElse(parsed.getProperty(name), otherwise);
    }
}
