package dev.tautline.link.reader.spring;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.MergedProperties;
import dev.tautline.link.reader.format.Property;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The client of `spring.r2dbc`. Its driver is none of JDBC's, so nothing is said about the driver's own options; whom
/// it calls, and what its pool does, is as with every other client.
final class R2dbcClients {
    static final String PREFIX = "spring.r2dbc";
    static final String POOL = PREFIX + ".pool";

    /// What Spring Boot is told for data sources of JDBC.
    private static final List<String> OF_JDBC =
            List.of("spring.datasource.", "spring.jpa.", "spring.flyway.", "spring.liquibase.", "spring.sql.");

    private final MergedProperties properties;
    private final Application application;
    private final Versions versions;
    private final Collection<Problem> problems;

    R2dbcClients(
            MergedProperties properties, Application application, Versions versions, Collection<Problem> problems) {
        this.properties = properties;
        this.application = application;
        this.versions = versions;
        this.problems = problems;
    }

    Optional<Client> find() {
        return properties.find(PREFIX + ".url").map(this::client);
    }

    private Client client(Property property) {
        var written = properties.written(property);
        var url = url(written, property);
        var settings = new ClientSettings(versions, Optional.empty());
        properties.all().forEach(one -> read(one, settings));
        SpringKeys.VOCABULARY.keys().stream()
                .filter(key -> OF_JDBC.stream().noneMatch(key.name()::startsWith))
                .forEach(key -> properties.written(key.name()).ifPresent(value -> settings.put(key, value)));
        credential(url, "user").ifPresent(settings::user);
        credential(url, "password").ifPresent(settings::password);
        properties.written(PREFIX + ".username").ifPresent(settings::user);
        properties.written(PREFIX + ".password").ifPresent(settings::password);
        var isPooled = properties
                .written(POOL + ".enabled")
                .map(Written::text)
                .filter("false"::equals)
                .isEmpty();
        return new Client(application, PREFIX, POOL, isPooled ? Pool.R2DBC : Pool.NONE, written, url, settings.build());
    }

    /// What stands before the @ of the URL.
    private static Optional<Written> credential(Optional<JdbcUrl> url, String name) {
        return url.flatMap(found -> found.parameter(name))
                .map(parameter -> new Written(
                        name,
                        parameter.value(),
                        parameter.origin(),
                        parameter.value().contains("${") ? List.of(parameter.value()) : List.of()));
    }

    private Optional<JdbcUrl> url(Written written, Property property) {
        if (!JdbcUrl.isR2dbc(written.text())) {
            return Optional.empty();
        }
        var parsed = JdbcUrl.parseR2dbc(written.text(), written.origin(), properties.resolve(property)::writtenAt);
        problems.addAll(parsed.problems());
        return parsed.url();
    }

    private void read(Property property, ClientSettings settings) {
        var start = Property.canonical(POOL + ".x").replaceFirst("x$", "");
        if (property.canonicalKey().startsWith(start)) {
            var name = property.key().substring(property.key().lastIndexOf('.') + 1);
            if (!Property.canonical(name).equals("enabled")) {
                settings.poolRelaxed(Pool.R2DBC, name, properties.written(property));
            }
        }
    }
}
