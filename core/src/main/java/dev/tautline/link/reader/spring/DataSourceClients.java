package dev.tautline.link.reader.spring;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.Property;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Versions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Finds the data sources among an application's properties: any prefix with a `url` or `jdbc-url` that
/// holds a JDBC URL is one, whatever the prefix is called.
final class DataSourceClients {
    static final String SPRING_PREFIX = "spring.datasource";

    private final SpringProperties properties;
    private final Application application;
    private final Versions versions;
    private final Collection<Problem> problems;

    DataSourceClients(
            SpringProperties properties, Application application, Versions versions, Collection<Problem> problems) {
        this.properties = properties;
        this.application = application;
        this.versions = versions;
        this.problems = problems;
    }

    List<Client> find() {
        var prefixes = new LinkedHashMap<String, String>();
        for (var property : properties.all()) {
            prefixOf(property).ifPresent(prefix -> prefixes.putIfAbsent(Property.canonical(prefix), prefix));
        }
        return prefixes.values().stream().map(this::client).toList();
    }

    private Optional<String> prefixOf(Property property) {
        var dot = property.key().lastIndexOf('.');
        var last = Property.canonical(property.key().substring(dot + 1));
        if (dot < 0 || !(last.equals("url") || last.equals("jdbcurl"))) {
            return Optional.empty();
        }
        var prefix = property.key().substring(0, dot);
        var written = properties.written(property);
        var owner = Property.canonical(prefix).endsWith(".hikari")
                ? prefix.substring(0, prefix.length() - ".hikari".length())
                : prefix;
        return JdbcUrl.isJdbc(written.text()) || isDataSource(owner, last) ? Optional.of(owner) : Optional.empty();
    }

    /// Under Spring Boot's own prefix the value must be a JDBC URL, so one that is not, or not yet, is a
    /// client all the same.
    private static boolean isDataSource(String prefix, String last) {
        return Property.canonical(prefix).equals(SPRING_PREFIX) && last.equals("url");
    }

    private Client client(String prefix) {
        var urlKey = urlKey(prefix);
        var property = properties.find(urlKey).orElseThrow();
        var resolved = properties.resolve(property);
        var written = properties.written(property);
        var parsed = JdbcUrl.isJdbc(written.text())
                ? JdbcUrl.parse(written.text(), written.origin(), resolved::writtenAt)
                : new JdbcUrl.Parsed(Optional.empty(), List.of());
        problems.addAll(parsed.problems());
        var settings = new ClientSettings(properties, prefix, versions).read(parsed.url());
        return new Client(
                application, prefix, settings.poolPrefix(), pool(prefix), written, parsed.url(), settings.settings());
    }

    /// HikariCP's own `jdbc-url` wins over the data source's `url`.
    private String urlKey(String prefix) {
        return List.of(prefix + ".hikari.jdbc-url", prefix + ".jdbc-url", prefix + ".url").stream()
                .filter(key -> properties.find(key).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private Pool pool(String prefix) {
        if (Client.isMigration(prefix)) {
            return Pool.NONE;
        }
        return properties
                .written(prefix + ".type")
                .map(type -> type.text().endsWith("HikariDataSource") ? Pool.HIKARICP : Pool.OTHER)
                .orElse(Pool.HIKARICP);
    }
}
