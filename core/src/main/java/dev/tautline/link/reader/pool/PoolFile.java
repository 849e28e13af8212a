package dev.tautline.link.reader.pool;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.Environment;
import dev.tautline.link.reader.format.MergedProperties;
import dev.tautline.link.reader.format.Property;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.link.reader.format.Running;
import dev.tautline.link.reader.format.ServerNameUrl;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one properties file says about one pool. Pools replace no placeholders, so one that is written stays
/// unresolved: something else must replace it before.
final class PoolFile {
    private final PoolFileKind kind;
    private final SourceText source;
    private final MergedProperties properties;

    PoolFile(PoolFileKind kind, SourceText source, List<Property> written) {
        this.kind = kind;
        this.source = source;
        var byKey = new LinkedHashMap<String, Property>();
        written.forEach(property -> byKey.put(property.canonicalKey(), property));
        this.properties = new MergedProperties(byKey, Environment.given(Map.of()));
    }

    List<Client> clients(Application application, Running running, Collection<Problem> problems) {
        var url = url(problems);
        var settings = new ClientSettings(running.versions(), url.parsed());
        properties.written(kind.prefix() + kind.user()).ifPresent(settings::user);
        properties.written(kind.prefix() + "password").ifPresent(settings::password);
        properties.all().stream()
                .filter(property -> property.key().startsWith(kind.prefix()))
                .forEach(property -> put(property, settings));
        var isOtherPool = isDbcp1(application);
        return List.of(new Client(
                application,
                source.name(),
                kind.prefix(),
                isOtherPool ? Pool.OTHER : kind.pool(),
                url.written(),
                url.parsed(),
                isOtherPool ? new ClientSettings(running.versions(), url.parsed()).build() : settings.build()));
    }

    private void put(Property property, ClientSettings settings) {
        var name = property.key().substring(kind.prefix().length());
        Written written = properties.written(property);
        if (kind.isDriver(name)) {
            settings.driver(kind.driverName(name), written);
        } else if (name.equals("connectionProperties")) {
            settings.driverList(written);
        } else {
            // Druid takes its names with its own name before them, too.
            var bare = kind == PoolFileKind.DRUID ? name.replaceFirst("^druid\\.", "") : name;
            settings.poolOfFactory(kind.pool(), bare, written);
        }
    }

    private ReadUrl url(Collection<Problem> problems) {
        return kind.urls().stream()
                .flatMap(name -> List.of(kind.prefix() + name, "druid." + name).stream())
                .flatMap(key -> properties.written(key).stream())
                .findFirst()
                .map(written -> ReadUrl.of(written, problems))
                .or(() -> ServerNameUrl.of(
                                properties
                                        .written(kind.prefix() + "dataSourceClassName")
                                        .map(Written::text),
                                name -> properties.written(kind.prefix() + "dataSource." + name))
                        .map(written -> ServerNameUrl.read(written, problems)))
                .orElseGet(() -> ReadUrl.missing(kind.prefix() + kind.urls().getFirst(), source.place(1, 1, "")));
    }

    /// DBCP 1 has other names for the same things, and its files are called alike.
    private boolean isDbcp1(Application application) {
        return kind == PoolFileKind.DBCP2
                && (application.libraries().has("commons-dbcp")
                        || (properties.find("maxActive").isPresent()
                                && !application.libraries().has("commons-dbcp2")));
    }
}
