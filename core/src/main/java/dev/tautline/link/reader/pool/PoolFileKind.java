package dev.tautline.link.reader.pool;

import dev.tautline.settings.Pool;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The properties files that pools read themselves: how such a file is called, what stands before its keys,
/// and under which names it has the address.
enum PoolFileKind {
    /// HikariCP refuses to start with a name that it does not know; `dataSource.` leads to the driver.
    HIKARI(Pool.HIKARICP, "hikari(?:cp)?", "", "username", "dataSource."),
    C3P0(Pool.C3P0, "c3p0", "c3p0.", "user", ""),
    DRUID(Pool.DRUID, "druid", "", "username", ""),
    DBCP2(Pool.DBCP2, "dbcp2?", "", "username", "");

    private static final Set<String> HIKARI_ONLY = Set.of(
            "maximumPoolSize",
            "minimumIdle",
            "connectionTimeout",
            "validationTimeout",
            "leakDetectionThreshold",
            "initializationFailTimeout",
            "keepaliveTime",
            "maxLifetime");

    private final Pool pool;
    private final Pattern name;
    private final String prefix;
    private final String user;
    private final String driverPrefix;

    PoolFileKind(Pool pool, String name, String prefix, String user, String driverPrefix) {
        this.pool = pool;
        this.name = Pattern.compile(name + "(?:[-_.]\\w+)*\\.properties");
        this.prefix = prefix;
        this.user = user;
        this.driverPrefix = driverPrefix;
    }

    static Optional<PoolFileKind> of(String fileName) {
        return Arrays.stream(values())
                .filter(kind -> kind.name.matcher(fileName).matches())
                .findFirst();
    }

    /// A file of another name whose keys are HikariCP's own: the address, and what no other pool calls so.
    static Optional<PoolFileKind> ofKeys(Set<String> keys) {
        var isHikari = keys.contains("jdbcUrl")
                && keys.stream().anyMatch(key -> HIKARI_ONLY.contains(key) || HIKARI.isDriver(key));
        return isHikari ? Optional.of(HIKARI) : Optional.empty();
    }

    Pool pool() {
        return pool;
    }

    String prefix() {
        return prefix;
    }

    List<String> urls() {
        return switch (this) {
            case HIKARI, C3P0 -> List.of("jdbcUrl");
            case DRUID -> List.of("url", "jdbcUrl");
            case DBCP2 -> List.of("url");
        };
    }

    String user() {
        return user;
    }

    /// Whether a name, without its prefix, is a property of the driver's.
    boolean isDriver(String key) {
        return !driverPrefix.isEmpty() && key.startsWith(driverPrefix);
    }

    String driverName(String key) {
        return key.substring(driverPrefix.length());
    }
}
