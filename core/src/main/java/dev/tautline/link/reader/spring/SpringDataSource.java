package dev.tautline.link.reader.spring;

import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.MergedProperties;
import dev.tautline.link.reader.format.Property;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the settings of one data source: the framework's, the pool's, and the driver's.
final class SpringDataSource {
    private static final String JPA_PROPERTIES = "spring.jpa.properties.";
    /// Groups whose keys are the driver's own, by the names that HikariCP, Tomcat JDBC and Druid have for them.
    private static final List<String> DRIVER_PROPERTIES =
            List.of("datasourceproperties", "connectionproperties", "connectproperties", "dbproperties");
    private static final String HEALTH_PROPERTIES = Property.canonical("health-check-properties");
    /// Names directly under `spring.datasource` that Spring Boot reads (configuration metadata of 2.7 to 4.1).
    private static final Set<String> BOOT_NAMES = Set.of(
            "connectionfetch",
            "driverclassname",
            "embeddeddatabaseconnection",
            "generateuniquename",
            "jndiname",
            "name",
            "password",
            "type",
            "url",
            "username",
            "continueonerror",
            "data",
            "datapassword",
            "datausername",
            "initializationmode",
            "jmxenabled",
            "platform",
            "schema",
            "schemapassword",
            "schemausername",
            "separator",
            "sqlscriptencoding",
            "hikari",
            "tomcat",
            "dbcp2",
            "druid",
            "c3p0",
            "dynamic",
            "oracleucp",
            "xa");

    private final MergedProperties properties;
    private final String prefix;
    private final String canonicalPrefix;
    private final Pool pool;
    private final ClientSettings settings;
    private boolean hasGroup;

    SpringDataSource(MergedProperties properties, String prefix, Pool pool, ClientSettings settings) {
        this.properties = properties;
        this.prefix = prefix;
        this.canonicalPrefix = Property.canonical(prefix);
        this.pool = pool;
        this.settings = settings;
    }

    Settings read() {
        SpringKeys.VOCABULARY.keys().forEach(key -> value(key.name()).ifPresent(written -> settings.put(key, written)));
        HibernateKeys.VOCABULARY
                .keys()
                .forEach(key -> Stream.concat(key.aliases().stream(), Stream.of(key.name()))
                        .flatMap(name -> value(JPA_PROPERTIES + name).stream())
                        .forEach(written -> settings.put(key, written)));
        PoolGroup.address(properties, prefix, pool, "username", "user").ifPresent(settings::user);
        PoolGroup.address(properties, prefix, pool, "password").ifPresent(settings::password);
        PoolGroup.of(pool).flatMap(group -> group.sharedBy(prefix)).ifPresent(this::readShared);
        under(canonicalPrefix + ".").forEach(this::readDirect);
        for (var group : PoolGroup.values()) {
            under(canonicalPrefix + group.infix()).forEach(property -> readGroup(property, group));
        }
        return settings.build();
    }

    /// The prefix under which the pool's keys stand, known when everything is read.
    String poolPrefix() {
        return PoolGroup.of(pool)
                .filter(group -> hasGroup || isBootsOwn())
                .map(group -> prefix + group.suffix())
                .orElse(prefix);
    }

    private boolean isBootsOwn() {
        return canonicalPrefix.equals(DataSourceClients.SPRING_PREFIX);
    }

    /// A value, or the items of a YAML list joined as Spring would write them in one line.
    private Optional<Written> value(String key) {
        return properties
                .written(key)
                .or(() -> properties.written(key + "[0]").map(first -> {
                    var items = new ArrayList<String>();
                    for (int i = 0; properties.find(key + "[" + i + "]").isPresent(); i++) {
                        properties.written(key + "[" + i + "]").ifPresent(item -> items.add(item.text()));
                    }
                    return new Written(key, String.join(",", items), first.origin(), first.unresolved());
                }));
    }

    private List<Property> under(String start) {
        return properties.all().stream()
                .filter(property -> property.canonicalKey().startsWith(start))
                .toList();
    }

    /// What the application's data sources share; each may say otherwise.
    private void readShared(String start) {
        under(start)
                .forEach(property ->
                        settings.poolIfKnown(pool, lastElements(property, start), properties.written(property)));
    }

    /// Under a prefix of the application's own, the pool itself is bound there; under Spring Boot's, it is not.
    private void readDirect(Property property) {
        var name = property.key().substring(prefix.length() + 1);
        var written = properties.written(property);
        if (isBootsOwn()) {
            if (!BOOT_NAMES.contains(firstElement(name)) && !isOfAnother(name)) {
                settings.stray(Product.SPRING_BOOT, name, written);
            }
        } else if (DRIVER_PROPERTIES.contains(firstElement(name))) {
            readDriver(name, written);
        } else {
            settings.poolIfKnown(pool, name, written);
        }
    }

    /// Whether a key belongs to a data source of the application's own below Spring Boot's prefix:
    /// `spring.datasource.archive.url` beside `spring.datasource.url`.
    private boolean isOfAnother(String name) {
        var first = firstElement(name);
        return name.contains(".")
                && under(canonicalPrefix + "." + first + ".").stream()
                        .map(property -> property.canonicalKey()
                                .substring(property.canonicalKey().lastIndexOf('.') + 1))
                        .anyMatch(last -> last.equals("url") || last.equals("jdbcurl"));
    }

    private static String firstElement(String name) {
        return Property.canonical(name).split("[.\\[]", -1)[0];
    }

    /// A group of the pool in use; of any other pool, it is only noise that nothing reads.
    private void readGroup(Property property, PoolGroup group) {
        var name = lastElements(property, canonicalPrefix + group.infix());
        var written = properties.written(property);
        if (group.pool() == pool) {
            hasGroup = true;
            readPool(name, written);
        } else if (pool != Pool.OTHER && !PoolGroup.isAddress(name) && group != PoolGroup.C3P0) {
            settings.stray(group.pool().product().orElseThrow(), name, written);
        }
    }

    private void readPool(String name, Written written) {
        var first = firstElement(name);
        if (DRIVER_PROPERTIES.contains(first)) {
            readDriver(name, written);
        } else if (!first.equals(HEALTH_PROPERTIES)) {
            if (name.contains(".") || name.contains("[")) {
                settings.poolIfKnown(pool, name, written);
            } else {
                settings.poolRelaxed(pool, name, written);
            }
        }
    }

    /// `data-source-properties.NAME` or `data-source-properties[NAME]`: the driver's own name, as it is
    /// written; or all of them in one value.
    private void readDriver(String name, Written written) {
        var driverName = name.replaceFirst("^[^.\\[]+[.\\[]?", "").replace("]", "");
        if (driverName.isEmpty()) {
            settings.poolIfKnown(pool, name, written).driverList(written);
        } else {
            settings.driver(driverName, written);
        }
    }

    /// The end of a key as it is written, after as many elements as `start` has.
    private static String lastElements(Property property, String start) {
        var elements = property.key().split("\\.", -1);
        var skip = start.split("\\.", -1).length - 1;
        return String.join(".", List.of(elements).subList(Math.min(skip, elements.length), elements.length));
    }
}
