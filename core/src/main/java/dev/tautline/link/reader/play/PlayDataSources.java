package dev.tautline.link.reader.play;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.link.reader.format.Running;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.ValueType;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The groups `db.NAME`, each with what `play.db.prototype` says for all, and Slick's `slick.dbs.NAME.db` (Play
/// manual, "Configuring the JDBC pool"; `play.api.db.HikariCPConfig` of 3.0).
final class PlayDataSources {
    private static final String[] PROTOTYPE = {"play", "db", "prototype"};
    private static final Set<String> HIKARI = Set.of("default", "hikaricp");

    private final HoconTree tree;
    private final Application application;
    private final Running running;
    private final Collection<Problem> problems;

    PlayDataSources(HoconTree tree, Application application, Running running, Collection<Problem> problems) {
        this.tree = tree;
        this.application = application;
        this.running = running;
        this.problems = problems;
    }

    List<Client> clients() {
        var ofPlay = tree.names("db").stream().flatMap(name -> ofPlay(name).stream());
        var slick = new SlickDataSources(tree, application, running, problems);
        return Stream.concat(ofPlay, slick.clients()).toList();
    }

    private Optional<Client> ofPlay(String name) {
        String[] own = {"db", name};
        var url = find(own, "url")
                .map(written -> PlayUrl.of(written, problems))
                .or(() -> tree.find("db", name, "driver")
                        .map(driver -> ReadUrl.missing("db." + name + ".url", driver.origin()))
                        .map(missing -> new PlayUrl(missing, Optional.empty(), Optional.empty())));
        return url.map(found -> ofPlay(own, found));
    }

    private Client ofPlay(String[] own, PlayUrl url) {
        var pool = find(own, "pool")
                .or(() -> tree.find("play", "db", "pool"))
                .map(written -> HIKARI.contains(written.text()) ? Pool.HIKARICP : Pool.OTHER)
                .orElse(Pool.HIKARICP);
        var settings = new ClientSettings(running.versions(), url.url().parsed());
        tree.unseen().forEach(settings::restIn);
        url.user().or(() -> find(own, "username")).or(() -> find(own, "user")).ifPresent(settings::user);
        url.password()
                .or(() -> find(own, "password"))
                .or(() -> find(own, "pass"))
                .ifPresent(settings::password);
        Stream.of(PROTOTYPE, own)
                .map(group -> HoconTree.below(group, "hikaricp"))
                .forEach(group -> {
                    tree.names(group).forEach(key -> pool(HoconTree.below(group, key), settings));
                    driver(HoconTree.below(group, "dataSource"), settings);
                });
        var source = String.join(".", own);
        return new Client(
                application,
                source,
                source + ".hikaricp",
                pool,
                url.url().written(),
                url.url().parsed(),
                settings.build());
    }

    private Optional<Written> find(String[] own, String key) {
        return tree.find(HoconTree.below(own, key)).or(() -> tree.find(HoconTree.below(PROTOTYPE, key)));
    }

    private void pool(String[] path, ClientSettings settings) {
        var name = path[path.length - 1];
        tree.find(path).ifPresent(written -> settings.pool(Pool.HIKARICP, name, asPoolGets(name, written)));
    }

    private void driver(String[] group, ClientSettings settings) {
        tree.names(group)
                .forEach(name ->
                        tree.find(HoconTree.below(group, name)).ifPresent(written -> settings.driver(name, written)));
    }

    /// Play reads all of HikariCP's times as durations but one, which is a number.
    static Written asPoolGets(String name, Written written) {
        var isTime = HikariKeys.VOCABULARY
                .find(name)
                .filter(key -> key.type().equals(ValueType.MILLIS))
                .isPresent();
        return isTime && !name.equals(HikariKeys.INITIALIZATION_FAIL_TIMEOUT.name())
                ? HoconTree.inMillis(written)
                : written;
    }
}
