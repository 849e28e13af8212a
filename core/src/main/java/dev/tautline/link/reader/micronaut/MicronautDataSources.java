package dev.tautline.link.reader.micronaut;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.MergedProperties;
import dev.tautline.link.reader.format.Property;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Versions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The groups `datasources.NAME.*`: the pool itself is bound to each, so its keys stand beside the URL. Which
/// pool it is, the build says (Micronaut SQL, "Configuring JDBC").
final class MicronautDataSources {
    private static final Pattern URL = Pattern.compile("(datasources\\.[^.]+)\\.(?:url|jdbcurl)");
    private static final List<String> DRIVER_PROPERTIES = List.of("datasourceproperties", "dbproperties");

    private final MergedProperties properties;
    private final Application application;
    private final Versions versions;
    private final Collection<Problem> problems;

    MicronautDataSources(
            MergedProperties properties, Application application, Versions versions, Collection<Problem> problems) {
        this.properties = properties;
        this.application = application;
        this.versions = versions;
        this.problems = problems;
    }

    List<Client> clients() {
        var urls = new LinkedHashMap<String, Property>();
        for (var property : properties.all()) {
            var url = URL.matcher(property.canonicalKey());
            if (url.matches()) {
                urls.putIfAbsent(url.group(1), property);
            }
        }
        return urls.values().stream().map(this::client).toList();
    }

    private Client client(Property property) {
        var prefix = property.key().substring(0, property.key().lastIndexOf('.'));
        var url = ReadUrl.of(properties.written(property), properties.resolve(property)::writtenAt, problems);
        var settings = new ClientSettings(versions, url.parsed());
        properties.written(prefix + ".username").ifPresent(settings::user);
        properties.written(prefix + ".password").ifPresent(settings::password);
        properties.all().stream()
                .filter(one -> one.canonicalKey().startsWith(Property.canonical(prefix) + "."))
                .forEach(one -> read(one.key().substring(prefix.length() + 1), one, settings));
        return new Client(application, prefix, prefix, pool(), url.written(), url.parsed(), settings.build());
    }

    /// Keys that the pool does not have belong to Micronaut, to Micronaut Data or to nobody; they are not
    /// told apart here.
    private void read(String name, Property property, ClientSettings settings) {
        var written = properties.written(property);
        var dot = name.indexOf('.');
        var group = Property.canonical(dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
        if (dot > 0 && DRIVER_PROPERTIES.contains(group)) {
            settings.driver(name.substring(dot + 1), written);
        } else {
            settings.poolIfKnown(pool(), name, written);
        }
    }

    private Pool pool() {
        var libraries = application.libraries();
        if (libraries.has("micronaut-jdbc-hikari")) {
            return Pool.HIKARICP;
        }
        if (libraries.has("micronaut-jdbc-tomcat")) {
            return Pool.TOMCAT_JDBC;
        }
        return libraries.has("micronaut-jdbc-dbcp") ? Pool.DBCP2 : Pool.OTHER;
    }
}
