package dev.tautline.link.reader.play;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.link.reader.format.Running;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The groups `slick.dbs.NAME.db`. Slick makes a HikariCP pool under names of its own, with shorter waits (Slick
/// 3.3, `slick.jdbc.hikaricp.HikariCPJdbcDataSource.forConfig`).
record SlickDataSources(HoconTree tree, Application application, Running running, Collection<Problem> problems) {
    private static final Map<String, SettingKey<?>> NAMES =
            Map.of("maxConnections", HikariKeys.MAXIMUM_POOL_SIZE, "minConnections", HikariKeys.MINIMUM_IDLE);
    private static final Origin SLICKS_DEFAULT = new Origin.DocumentedDefault("Slick", "3.0+");

    Stream<Client> clients() {
        return tree.names("slick", "dbs").stream()
                .map(name -> new String[] {"slick", "dbs", name, "db"})
                .flatMap(group -> url(group).map(url -> client(group, url)).stream());
    }

    private Optional<ReadUrl> url(String[] group) {
        return find(group, "url")
                .or(() -> find(HoconTree.below(group, "properties"), "url"))
                .map(written -> PlayUrl.of(written, problems).url());
    }

    private Client client(String[] group, ReadUrl url) {
        var settings = new ClientSettings(running.versions(), url.parsed());
        tree.unseen().forEach(settings::restIn);
        defaults(url.written().origin(), settings);
        find(group, "user").ifPresent(settings::user);
        find(group, "password").ifPresent(settings::password);
        tree.names(group).forEach(name -> find(group, name).ifPresent(written -> pool(name, written, settings)));
        var properties = HoconTree.below(group, "properties");
        if (find(group, "url").isPresent()) {
            tree.names(properties)
                    .forEach(name -> find(properties, name).ifPresent(written -> settings.driver(name, written)));
        }
        var source = String.join(".", group);
        return new Client(application, source, source, pool(group), url.written(), url.parsed(), settings.build());
    }

    /// How many connections there are without `maxConnections` depends on the version: five times the threads, or
    /// as many as threads.
    private static void defaults(Origin place, ClientSettings settings) {
        var wait = Written.of("connectionTimeout", "1000", SLICKS_DEFAULT);
        var size = new Written("maxConnections", "${maxConnections}", place, List.of("maxConnections"));
        settings.put(HikariKeys.CONNECTION_TIMEOUT, wait)
                .put(HikariKeys.VALIDATION_TIMEOUT, wait)
                .put(HikariKeys.MAXIMUM_POOL_SIZE, size)
                .put(HikariKeys.MINIMUM_IDLE, size);
    }

    private static void pool(String name, Written written, ClientSettings settings) {
        var key = Optional.<SettingKey<?>>ofNullable(NAMES.get(name)).or(() -> HikariKeys.VOCABULARY.find(name));
        key.ifPresent(found -> settings.put(found, PlayDataSources.asPoolGets(found.name(), written)));
        if (name.equals("isolation")) {
            settings.put(
                    HikariKeys.TRANSACTION_ISOLATION,
                    new Written(name, "TRANSACTION_" + written.text(), written.origin(), written.unresolved()));
        }
    }

    private Pool pool(String[] group) {
        return find(group, "connectionPool")
                .map(written -> switch (written.text()) {
                    case "disabled" -> Pool.NONE;
                    case "HikariCP", "slick.jdbc.hikaricp.HikariCPJdbcDataSource$" -> Pool.HIKARICP;
                    default -> Pool.OTHER;
                })
                .orElse(Pool.HIKARICP);
    }

    private Optional<Written> find(String[] group, String name) {
        return tree.find(HoconTree.below(group, name));
    }
}
