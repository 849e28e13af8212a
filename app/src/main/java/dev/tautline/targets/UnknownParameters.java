package dev.tautline.targets;

import dev.tautline.settings.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGProperty;

/// What a URL sets that its driver does not know: pgjdbc leaves it out without a word, libpq refuses the URL.
final class UnknownParameters {
    private static final Set<String> OF_PGJDBC =
            Arrays.stream(PGProperty.values()).map(PGProperty::getName).collect(Collectors.toCollection(TreeSet::new));

    /// PostgreSQL manual 18, section 32.1.2; `ssl` in URLs only (32.1.1.2).
    private static final Set<String> OF_LIBPQ = Stream.of(
                    "host hostaddr port dbname user password passfile require_auth channel_binding connect_timeout",
                    "client_encoding options application_name fallback_application_name keepalives keepalives_idle",
                    "keepalives_interval keepalives_count tcp_user_timeout replication gssencmode sslmode requiressl",
                    "sslnegotiation sslcompression sslcert sslkey sslkeylogfile sslpassword sslcertmode sslrootcert sslcrl",
                    "sslcrldir sslsni requirepeer ssl_min_protocol_version ssl_max_protocol_version min_protocol_version",
                    "max_protocol_version krbsrvname gsslib gssdelegation scram_client_key scram_server_key service",
                    "target_session_attrs load_balance_hosts oauth_issuer oauth_client_id oauth_client_secret oauth_scope ssl")
            .flatMap(line -> Arrays.stream(line.split(" ", -1)))
            .collect(Collectors.toCollection(TreeSet::new));

    private UnknownParameters() {}

    /// A sentence for each, in the order of the URL; never a value.
    static List<String> in(ConnectionParameters parameters, boolean isLibpq) {
        var known = isLibpq ? OF_LIBPQ : OF_PGJDBC;
        return parameters.names().stream()
                .filter(name -> !known.contains(name))
                .map(name -> "'" + name + "' is no parameter of "
                        + (isLibpq ? "libpq, which refuses such a URL" : "pgjdbc, which leaves it out without a word")
                        + Nearest.to(name, known)
                                .map(near -> "; nearest: '" + near + "'")
                                .orElse(""))
                .toList();
    }
}
