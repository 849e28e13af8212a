package dev.tautline.link.reader.quarkus;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.MergedProperties;
import dev.tautline.link.reader.format.Property;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Product;
import dev.tautline.settings.QuarkusKeys;
import dev.tautline.settings.Versions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// The data sources of a Quarkus application: the one without a name and those with one. One without a URL
/// gets it from the environment, or from a database that the development mode starts; it is no client here.
final class QuarkusDataSources {
    private static final String ROOT = "quarkus.datasource";
    private static final Pattern URL =
            Pattern.compile("(quarkus\\.datasource(?:\\.(?:\"[^\"]+\"|[^.]+))?)\\.jdbc\\.url");
    private static final String DRIVER_PROPERTIES = "jdbc.additional-jdbc-properties.";

    private final MergedProperties properties;
    private final Application application;
    private final Versions versions;
    private final Collection<Problem> problems;

    QuarkusDataSources(
            MergedProperties properties, Application application, Versions versions, Collection<Problem> problems) {
        this.properties = properties;
        this.application = application;
        this.versions = versions;
        this.problems = problems;
    }

    List<Client> clients() {
        var prefixes = new LinkedHashSet<String>();
        for (var property : properties.all()) {
            var url = URL.matcher(property.key());
            if (url.matches()) {
                prefixes.add(url.group(1));
            }
        }
        return prefixes.stream().map(this::client).toList();
    }

    private Client client(String prefix) {
        var property = properties.find(prefix + ".jdbc.url").orElseThrow();
        var url = ReadUrl.of(properties.written(property), properties.resolve(property)::writtenAt, problems);
        var settings = new ClientSettings(versions, url.parsed());
        properties.all().stream()
                .filter(one -> one.key().startsWith(prefix + "."))
                .forEach(one -> read(one.key().substring(prefix.length() + 1), one, settings));
        new PersistenceUnits(properties)
                .on(prefix)
                .forEach(written -> settings.put(PersistenceUnits.key(written), written));
        var pool = properties
                        .written(prefix + ".jdbc.pooling-enabled")
                        .map(written -> written.text().equals("false"))
                        .orElse(false)
                ? Pool.NONE
                : Pool.QUARKUS;
        return new Client(application, prefix, prefix + ".jdbc", pool, url.written(), url.parsed(), settings.build());
    }

    private void read(String name, Property property, ClientSettings settings) {
        var written = properties.written(property);
        if (name.startsWith(DRIVER_PROPERTIES)) {
            settings.driver(name.substring(DRIVER_PROPERTIES.length()).replace("\"", ""), written);
            return;
        }
        QuarkusKeys.VOCABULARY.find(ROOT + "." + name).ifPresentOrElse(key -> settings.put(key, written), () -> {
            // Below it stand the groups of other extensions and the names of other sources.
            if (name.startsWith("jdbc.") && name.indexOf('.', "jdbc.".length()) < 0) {
                settings.stray(Product.QUARKUS, name, written);
            }
        });
        switch (name) {
            case "username" -> settings.user(written);
            case "password" -> settings.password(written);
            default -> {
                // Read above.
            }
        }
    }
}
