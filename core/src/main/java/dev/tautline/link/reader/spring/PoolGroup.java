package dev.tautline.link.reader.spring;

import dev.tautline.link.Client;
import dev.tautline.link.Libraries;
import dev.tautline.link.reader.format.MergedProperties;
import dev.tautline.link.reader.format.Property;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Written;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The groups below a data source's prefix that hold the settings of one pool, such as
/// `spring.datasource.hikari.*`.
enum PoolGroup {
    HIKARI("hikari", Pool.HIKARICP),
    TOMCAT("tomcat", Pool.TOMCAT_JDBC),
    DBCP2("dbcp2", Pool.DBCP2),
    /// Of Druid's own starter, not of Spring Boot.
    DRUID("druid", Pool.DRUID),
    /// A convention among applications that make a c3p0 pool themselves.
    C3P0("c3p0", Pool.C3P0);

    /// Quartz keeps a pool of its own, c3p0 unless `provider` says otherwise.
    private static final String QUARTZ = "org.quartz.datasource.";
    private static final String DYNAMIC = ".dynamic.datasource.";
    private static final Set<String> DRUID_STARTERS =
            Set.of("druid-spring-boot-starter", "druid-spring-boot-3-starter", "druid-spring-boot-4-starter");
    private static final Set<String> BRINGING_HIKARI = Set.of(
            "spring-boot-starter-jdbc", "spring-boot-starter-data-jpa", "spring-boot-starter-data-jdbc", "HikariCP");

    private final String name;
    private final Pool pool;

    PoolGroup(String name, Pool pool) {
        this.name = name;
        this.pool = pool;
    }

    Pool pool() {
        return pool;
    }

    /// Its name with dots around it: `.hikari.`.
    String infix() {
        return "." + name + ".";
    }

    /// Where settings stand that several data sources share: around those that an application keeps below the
    /// group (`spring.datasource.druid.master`), and beside those of dynamic-datasource
    /// (`spring.datasource.dynamic.datasource.master`).
    Optional<String> sharedBy(String prefix) {
        var canonical = Property.canonical(prefix);
        var around = canonical.indexOf(infix());
        if (around >= 0) {
            return Optional.of(canonical.substring(0, around) + infix());
        }
        var dynamic = canonical.indexOf(DYNAMIC);
        return dynamic < 0 ? Optional.empty() : Optional.of(canonical.substring(0, dynamic) + ".dynamic" + infix());
    }

    String suffix() {
        return "." + name;
    }

    static Optional<PoolGroup> of(Pool pool) {
        return Arrays.stream(values()).filter(group -> group.pool == pool).findFirst();
    }

    /// A prefix without the group at its end: `spring.datasource` of `spring.datasource.hikari`.
    static String owner(String prefix) {
        return Arrays.stream(values())
                .filter(group -> Property.canonical(prefix).endsWith(group.suffix()))
                .findFirst()
                .map(group ->
                        prefix.substring(0, prefix.length() - group.suffix().length()))
                .orElse(prefix);
    }

    /// The pool of a data source: the one that its `type` names, or else the one that the framework takes.
    static Pool inUse(MergedProperties properties, String prefix, Libraries libraries) {
        if (Client.isMigration(prefix)) {
            return Pool.NONE;
        }
        if (Property.canonical(prefix).contains(QUARTZ)) {
            return properties
                    .written(prefix + ".provider")
                    .filter(provider -> provider.text().equals("hikaricp"))
                    .map(provider -> Pool.HIKARICP)
                    .orElse(Pool.OTHER);
        }
        return properties
                .written(prefix + ".type")
                .map(type -> type.isResolved() ? Pool.ofClass(type.text()) : Pool.OTHER)
                .orElseGet(() -> isOfDruid(prefix) ? Pool.DRUID : byLibraries(properties, prefix, libraries));
    }

    /// Spring Boot takes HikariCP before Tomcat JDBC before DBCP 2 (reference, "Connection to a Production
    /// Database"); Druid's starter comes before all of them.
    private static Pool byLibraries(MergedProperties properties, String prefix, Libraries libraries) {
        if (libraries.artifacts().isEmpty()) {
            return ofWrittenGroup(properties, prefix);
        }
        if (DRUID_STARTERS.stream().anyMatch(libraries::has)) {
            return Pool.DRUID;
        }
        if (BRINGING_HIKARI.stream().anyMatch(libraries::has) && !libraries.excludes("HikariCP")) {
            return Pool.HIKARICP;
        }
        if (libraries.has("tomcat-jdbc")) {
            return Pool.TOMCAT_JDBC;
        }
        return libraries.has("commons-dbcp2") ? Pool.DBCP2 : Pool.HIKARICP;
    }

    /// Without a build file, a group that is written tells more than the framework's preference.
    private static Pool ofWrittenGroup(MergedProperties properties, String prefix) {
        var start = Property.canonical(prefix);
        var written = Arrays.stream(values())
                .filter(group -> Stream.concat(Stream.of(start + group.infix()), group.sharedBy(prefix).stream())
                        .anyMatch(place -> properties.all().stream()
                                .anyMatch(property -> property.canonicalKey().startsWith(place))))
                .toList();
        return written.isEmpty() || written.contains(HIKARI)
                ? Pool.HIKARICP
                : written.size() == 1 ? written.getFirst().pool : Pool.OTHER;
    }

    private static boolean isOfDruid(String prefix) {
        return (Property.canonical(prefix) + ".").contains(DRUID.infix());
    }

    /// Whether a value tells where the pool connects to, which every group may hold.
    static boolean isAddress(String name) {
        return Set.of("url", "jdbcurl", "username", "user", "password", "driverclassname")
                .contains(Property.canonical(name));
    }

    /// The value of `username`, `password` … that is in force: the pool's own wins over the data source's.
    static Optional<Written> address(MergedProperties properties, String prefix, Pool pool, String... names) {
        return of(pool).stream()
                .flatMap(group -> Arrays.stream(names).map(name -> prefix + group.infix() + name))
                .flatMap(key -> properties.written(key).stream())
                .findFirst()
                .or(() -> Arrays.stream(names)
                        .flatMap(name -> properties.written(prefix + "." + name).stream())
                        .findFirst());
    }
}
