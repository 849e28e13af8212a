package dev.tautline.link.reader.spring;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.MergedProperties;
import dev.tautline.link.reader.format.Property;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Versions;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the data sources among an application's properties: any prefix with a `url` or `jdbc-url` that
/// holds a JDBC URL is one, whatever the prefix is called.
final class DataSourceClients {
    static final String SPRING_PREFIX = "spring.datasource";

    private final MergedProperties properties;
    private final Application application;
    private final Versions versions;
    private final Collection<Problem> problems;

    DataSourceClients(
            MergedProperties properties, Application application, Versions versions, Collection<Problem> problems) {
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
        return Stream.of(
                        prefixes.values().stream()
                                .filter(prefix -> !NamedDataSources.holds(prefix))
                                .map(this::client),
                        new NamedDataSources(properties, application, versions, problems).find().stream(),
                        new R2dbcClients(properties, application, versions, problems).find().stream())
                .flatMap(each -> each)
                .toList();
    }

    private Optional<String> prefixOf(Property property) {
        var dot = property.key().lastIndexOf('.');
        var last = Property.canonical(property.key().substring(dot + 1));
        if (dot < 0 || !(last.equals("url") || last.equals("jdbcurl"))) {
            return Optional.empty();
        }
        var prefix = property.key().substring(0, dot);
        var written = properties.written(property);
        var owner = PoolGroup.owner(prefix);
        return JdbcUrl.isJdbc(written.text()) || isDataSource(owner, last) ? Optional.of(owner) : Optional.empty();
    }

    /// Under Spring Boot's own prefix the value must be a JDBC URL, so one that is not, or not yet, is a
    /// client all the same.
    private static boolean isDataSource(String prefix, String last) {
        return Property.canonical(prefix).equals(SPRING_PREFIX) && last.equals("url");
    }

    private Client client(String prefix) {
        var pool = PoolGroup.inUse(properties, prefix, application.libraries());
        var property = url(prefix, pool);
        var resolved = properties.resolve(property);
        var url = ReadUrl.of(properties.written(property), resolved::writtenAt, problems);
        var source = new SpringDataSource(properties, prefix, pool, new ClientSettings(versions, url.parsed()));
        var settings = source.read();
        return new Client(application, prefix, source.poolPrefix(), pool, url.written(), url.parsed(), settings);
    }

    /// The URL of the pool in use wins over the data source's, and that over those of other pools.
    private Property url(String prefix, Pool pool) {
        var groups = Stream.concat(PoolGroup.of(pool).stream(), Arrays.stream(PoolGroup.values()))
                .map(group -> prefix + group.infix());
        var own = PoolGroup.of(pool).stream().map(group -> prefix + group.infix());
        return Stream.of(own, Stream.of(prefix + "."), groups)
                .flatMap(starts -> starts)
                .flatMap(start -> Stream.of("jdbc-url", "url").map(name -> start + name))
                .flatMap(key -> properties.find(key).stream())
                .findFirst()
                .orElseThrow();
    }
}
