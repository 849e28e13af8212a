package dev.tautline.link.reader.spring;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.MergedProperties;
import dev.tautline.link.reader.format.Property;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.link.reader.format.ServerNameUrl;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Data sources that Helidon MP makes of its configuration: `javax.sql.DataSource.NAME.*` is handed to HikariCP, and
/// `dataSource.*` below it to the driver (Helidon documentation, "CDI extension for HikariCP").
final class NamedDataSources {
    private static final Pattern PREFIX = Pattern.compile("(javax\\.sql\\.DataSource\\.[^.]+)\\.(.+)");
    private static final String OF_DRIVER = ".dataSource.";
    private static final List<String> TAKEN =
            List.of("url", "user", "password", "serverName", "portNumber", "databaseName");

    private final MergedProperties properties;
    private final Application application;
    private final Versions versions;
    private final Collection<Problem> problems;

    NamedDataSources(
            MergedProperties properties, Application application, Versions versions, Collection<Problem> problems) {
        this.properties = properties;
        // Nothing of Spring Boot's holds here, neither its defaults nor how it writes keys.
        this.application = new Application(
                application.service(),
                application.home(),
                Framework.NONE,
                application.profile(),
                application.stage(),
                application.libraries(),
                application.workload());
        this.versions = versions;
        this.problems = problems;
    }

    static boolean holds(String prefix) {
        return prefix.startsWith("javax.sql.DataSource.");
    }

    List<Client> find() {
        return application.libraries().has("ucp")
                ? List.of()
                : properties.all().stream()
                        .map(property -> PREFIX.matcher(property.key()))
                        .filter(Matcher::matches)
                        .map(found -> found.group(1))
                        .distinct()
                        .flatMap(prefix -> client(prefix).stream())
                        .toList();
    }

    private Optional<Client> client(String prefix) {
        return url(prefix).map(url -> {
            var settings = new ClientSettings(versions, url.parsed());
            first(prefix, "username", "dataSource.user").ifPresent(settings::user);
            first(prefix, "password", "dataSource.password").ifPresent(settings::password);
            below(prefix).forEach((name, written) -> put(name, written, settings));
            return new Client(
                    application, prefix, prefix, Pool.HIKARICP, url.written(), url.parsed(), settings.build());
        });
    }

    private Optional<ReadUrl> url(String prefix) {
        return Stream.of("jdbcUrl", "dataSource.url")
                .flatMap(name -> properties.find(prefix + "." + name).stream())
                .filter(property -> JdbcUrl.isJdbc(properties.written(property).text()))
                .findFirst()
                .map(property ->
                        ReadUrl.of(properties.written(property), properties.resolve(property)::writtenAt, problems))
                .or(() -> ServerNameUrl.of(
                                properties
                                        .written(prefix + ".dataSourceClassName")
                                        .map(Written::text),
                                name -> properties.written(prefix + OF_DRIVER + name))
                        .map(written -> ServerNameUrl.read(written, problems)));
    }

    private Optional<Written> first(String prefix, String... names) {
        return Stream.of(names)
                .flatMap(name -> properties.written(prefix + "." + name).stream())
                .findFirst();
    }

    private Map<String, Property> below(String prefix) {
        var below = new LinkedHashMap<String, Property>();
        properties.all().stream()
                .filter(property -> property.key().startsWith(prefix + "."))
                .forEach(property -> below.put(property.key().substring(prefix.length() + 1), property));
        return below;
    }

    private void put(String name, Property property, ClientSettings settings) {
        var written = properties.written(property);
        if (!name.startsWith("dataSource.")) {
            settings.poolIfKnown(Pool.HIKARICP, name, written);
        } else if (!TAKEN.contains(name.substring("dataSource.".length()))) {
            settings.driver(name.substring("dataSource.".length()), written);
        }
    }
}
