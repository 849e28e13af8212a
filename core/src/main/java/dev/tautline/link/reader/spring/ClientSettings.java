package dev.tautline.link.reader.spring;

import dev.tautline.link.reader.format.Property;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.UrlParameter;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Gathers the settings of one data source: the framework's, the pool's, and the driver's from the URL and from
/// `data-source-properties`.
final class ClientSettings {
    private static final String JPA_PROPERTIES = "spring.jpa.properties.";
    private static final String DRIVER_PROPERTIES = Property.canonical("data-source-properties");
    private static final String HEALTH_PROPERTIES = Property.canonical("health-check-properties");
    /// Names and groups directly under `spring.datasource` that Spring Boot reads (configuration metadata of
    /// 2.7 to 4.1).
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
            "oracleucp",
            "xa");

    private final SpringProperties properties;
    private final String prefix;
    private final String canonicalPrefix;
    private final Settings.Builder settings;
    private boolean isWrapped;

    /// Settings, and the prefix under which the pool's keys stand.
    record Result(Settings settings, String poolPrefix) {}

    ClientSettings(SpringProperties properties, String prefix, Versions versions) {
        this.properties = properties;
        this.prefix = prefix;
        this.canonicalPrefix = Property.canonical(prefix);
        this.settings = Settings.builder(versions);
    }

    Result read(Optional<JdbcUrl> url) {
        SpringKeys.VOCABULARY.keys().forEach(key -> value(key.name()).ifPresent(written -> settings.put(key, written)));
        readHibernate();
        readCredentials();
        var isPostgres = url.map(JdbcUrl::isPostgres).orElse(false);
        isWrapped = url.flatMap(JdbcUrl::wrapper).isPresent();
        var direct = under(canonicalPrefix + ".");
        direct.forEach(property -> readDirect(property, isPostgres));
        var pool = under(canonicalPrefix + ".hikari.");
        pool.forEach(property -> readPool(property, canonicalPrefix + ".hikari.", isPostgres));
        url.filter(JdbcUrl::isPostgres).ifPresent(found -> found.parameters().forEach(this::readParameter));
        var isBootsOwn = canonicalPrefix.equals(DataSourceClients.SPRING_PREFIX);
        return new Result(settings.build(), isBootsOwn || !pool.isEmpty() ? prefix + ".hikari" : prefix);
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

    private void readHibernate() {
        HibernateKeys.VOCABULARY
                .keys()
                .forEach(key -> Stream.concat(key.aliases().stream(), Stream.of(key.name()))
                        .flatMap(name -> value(JPA_PROPERTIES + name).stream())
                        .forEach(written -> settings.put(key, written)));
    }

    private void readCredentials() {
        for (var name : List.of(".username", ".user", ".hikari.username")) {
            properties
                    .written(prefix + name)
                    .ifPresent(written -> settings.put(SpringKeys.DATASOURCE_USERNAME, written));
        }
        for (var name : List.of(".password", ".hikari.password")) {
            properties
                    .written(prefix + name)
                    .ifPresent(written -> settings.put(SpringKeys.DATASOURCE_PASSWORD, written));
        }
    }

    /// Under a prefix of the application's own, the pool itself is bound there; under Spring Boot's, it is not.
    private void readDirect(Property property, boolean isPostgres) {
        var name = property.key().substring(prefix.length() + 1);
        if (canonicalPrefix.equals(DataSourceClients.SPRING_PREFIX)) {
            var first = Property.canonical(name).split("[.\\[]", -1)[0];
            if (!BOOT_NAMES.contains(first)) {
                settings.stray(new Settings.Stray(Product.SPRING_BOOT, name, properties.written(property)));
            }
        } else if (Property.canonical(name).startsWith(DRIVER_PROPERTIES)) {
            readDriverProperty(name, property, isPostgres);
        } else {
            HikariKeys.VOCABULARY.findRelaxed(name).ifPresent(key -> settings.put(key, properties.written(property)));
        }
    }

    private void readPool(Property property, String start, boolean isPostgres) {
        var name = lastElements(property, start);
        var group = Property.canonical(name);
        if (group.startsWith(DRIVER_PROPERTIES)) {
            readDriverProperty(name, property, isPostgres);
        } else if (!group.startsWith(HEALTH_PROPERTIES)) {
            HikariKeys.VOCABULARY
                    .findRelaxed(name)
                    .ifPresentOrElse(
                            key -> settings.put(key, properties.written(property)),
                            () -> settings.stray(
                                    new Settings.Stray(Product.HIKARICP, name, properties.written(property))));
        }
    }

    /// `data-source-properties.NAME` or `data-source-properties[NAME]`: the driver's own name, as it is
    /// written.
    private void readDriverProperty(String name, Property property, boolean isPostgres) {
        if (isPostgres) {
            var driverName = name.replaceFirst("^[^.\\[]+[.\\[]?", "").replace("]", "");
            readDriver(driverName, properties.written(property));
        }
    }

    /// The end of a key as it is written, after as many elements as `start` has.
    private static String lastElements(Property property, String start) {
        var elements = property.key().split("\\.", -1);
        var skip = start.split("\\.", -1).length - 1;
        return String.join(".", List.of(elements).subList(Math.min(skip, elements.length), elements.length));
    }

    private void readParameter(UrlParameter parameter) {
        var unresolved = parameter.isResolved() ? List.<String>of() : List.of(parameter.value());
        readDriver(parameter.name(), new Written(parameter.name(), parameter.value(), parameter.origin(), unresolved));
    }

    /// A driver around pgjdbc has properties of its own, so a name that pgjdbc does not know may be one of those.
    private void readDriver(String name, Written written) {
        var key = PgjdbcKeys.VOCABULARY.find(name);
        key.ifPresent(known -> settings.put(known, written));
        if (key.isEmpty() && !isWrapped) {
            settings.stray(new Settings.Stray(Product.PGJDBC, name, written));
        }
    }
}
