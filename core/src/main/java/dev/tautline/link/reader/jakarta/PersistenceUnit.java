package dev.tautline.link.reader.jakarta;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.Property;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.link.reader.format.Running;
import dev.tautline.link.reader.format.Unfilled;
import dev.tautline.link.reader.format.XmlTree;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A persistence unit, or a session factory of Hibernate's, that connects by itself. One that takes its
/// connections from elsewhere (`jta-data-source`, `non-jta-data-source`) is no client of its own.
record PersistenceUnit(String name, Map<String, Written> properties) implements OneFile.Reading {
    private static final List<String> URL =
            List.of("jakarta.persistence.jdbc.url", "javax.persistence.jdbc.url", "hibernate.connection.url");
    private static final List<String> USER =
            List.of("jakarta.persistence.jdbc.user", "javax.persistence.jdbc.user", "hibernate.connection.username");
    private static final List<String> PASSWORD = List.of(
            "jakarta.persistence.jdbc.password", "javax.persistence.jdbc.password", "hibernate.connection.password");

    /// `<property name="…" value="…"/>` of a `persistence.xml`.
    static PersistenceUnit ofUnit(XmlTree unit) {
        var properties = new LinkedHashMap<String, Written>();
        unit.at("properties").stream()
                .flatMap(all -> all.children("property"))
                .forEach(property -> property.attribute("name")
                        .ifPresent(key -> property.attribute("value")
                                .ifPresent(value -> properties.put(
                                        key.text(), Written.of(key.text(), value.text(), value.origin())))));
        return new PersistenceUnit(unit.attribute("name").map(Written::text).orElse("persistence-unit"), properties);
    }

    /// `<property name="…">…</property>` of a `hibernate.cfg.xml`, where `hibernate.` may be left out.
    static PersistenceUnit ofFactory(XmlTree factory) {
        var properties = new LinkedHashMap<String, Written>();
        factory.children("property")
                .forEach(property -> property.attribute("name").ifPresent(key -> {
                    var isFull = key.text().startsWith("hibernate.")
                            || key.text().startsWith("jakarta.")
                            || key.text().startsWith("javax.");
                    var full = isFull ? key.text() : "hibernate." + key.text();
                    properties.put(
                            full,
                            Written.of(
                                    key.text(),
                                    property.text().text(),
                                    property.text().origin()));
                }));
        return new PersistenceUnit("session-factory", properties);
    }

    /// The keys of a `hibernate.properties`; a build may fill some in first.
    static PersistenceUnit ofFile(Stream<Property> lines) {
        var properties = new LinkedHashMap<String, Written>();
        lines.forEach(line -> properties.put(line.key(), Unfilled.written(line.key(), line.text(), line.origin())));
        return new PersistenceUnit("hibernate", properties);
    }

    @Override
    public List<Client> clients(Application application, Running running, Collection<Problem> problems) {
        return find(URL).map(written -> client(application, running, ReadUrl.of(written, problems))).stream()
                .toList();
    }

    private Client client(Application application, Running running, ReadUrl url) {
        var settings = new ClientSettings(running.versions(), url.parsed());
        find(USER).ifPresent(settings::user);
        find(PASSWORD).ifPresent(settings::password);
        properties.forEach(
                (key, written) -> HibernateKeys.VOCABULARY.find(key).ifPresent(known -> settings.put(known, written)));
        var pool = new HibernatePool(properties);
        pool.read(settings);
        return new Client(application, name, pool.prefix(), pool.pool(), url.written(), url.parsed(), settings.build());
    }

    private Optional<Written> find(List<String> keys) {
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(properties.get(key)).stream())
                .findFirst();
    }
}
