package dev.tautline.probe;

import dev.tautline.probe.wire.ServerMessage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which pooler or proxy is speaking, where its own words give it away. Only of errors that no C routine of PostgreSQL
/// raised.
enum PoolerProduct {
    /// `pool_send_error_message` in the children of Pgpool-II.
    PGPOOL("Pgpool-II", "pgpool|pool_hba|pool_passwd"),
    /// Odyssey puts its own name and the client's number before each text (frontend.c).
    ODYSSEY("Odyssey", "odyssey: "),
    PGCAT("PgCat", "allserversdown|no pool configured for database"),
    /// Codes since 2.x, texts before.
    SUPAVISOR(
            "Supavisor",
            "tenant or user not found|tenant/user|no tenant identifier|edbhandlerexited|echeckouttimeout|emaxclients"
                    + "|max client connections reached|maxclientsinsessionmode"),
    /// RDS user guide, "Troubleshooting for RDS Proxy".
    RDS_PROXY("Amazon RDS Proxy", "rds proxy|timed-out waiting to acquire database connection|rds supports only iam"),
    NEON("the proxy of Neon", "neon|endpoint id is not specified"),
    PGBOUNCER("PgBouncer", "pgbouncer|server_login_retry|query_wait_timeout|client_login_timeout|max_client_conn");

    private final String title;
    private final Pattern givenAwayBy;

    PoolerProduct(String title, String givenAwayBy) {
        this.title = title;
        this.givenAwayBy = Pattern.compile(givenAwayBy);
    }

    static Optional<String> speaking(ServerMessage message) {
        if (!message.fromPooler()) {
            return Optional.empty();
        }
        var said = message.words().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(product -> product.givenAwayBy.matcher(said).find())
                .map(product -> product.title)
                .findFirst();
    }
}
