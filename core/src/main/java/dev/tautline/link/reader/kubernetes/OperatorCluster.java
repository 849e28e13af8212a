package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Server;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PostgresName;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Versions.Detected;
import dev.tautline.settings.Written;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/// A cluster of PostgreSQL that an operator makes. Operators have defaults of their own, which their installation
/// may change, so what the cluster does not say is unknown.
record OperatorCluster(ManifestSet set, Manifest manifest, String operator) {
    YamlTree spec() {
        return manifest.tree().at("spec").orElse(manifest.tree());
    }

    Server server(Settings settings, Optional<Server.Hba> hba, String... endings) {
        return new Server(
                manifest.name(),
                Product.POSTGRESQL,
                names(endings),
                settings,
                hba,
                Optional.empty(),
                set.stageOf(manifest),
                manifest.origin());
    }

    private Set<String> names(String... endings) {
        var names = new TreeSet<String>();
        for (var ending : endings) {
            names.addAll(ServiceReader.aliases(manifest.name() + ending, manifest.namespace()));
        }
        return names;
    }

    /// The settings of PostgreSQL in the mappings at these paths, later ones over earlier ones.
    Settings settings(Optional<Written> version, String[]... paths) {
        var settings = Settings.builder(version.filter(Written::isResolved)
                .map(written -> new Versions(
                        Map.of(Product.POSTGRESQL, new Detected(Version.of(written.text()), written.origin(), ""))))
                .orElse(Versions.UNKNOWN));
        for (var path : paths) {
            each((name, value) -> PostgresName.put(settings, name, value, Product.PATRONI), path);
        }
        return withUnknown(settings);
    }

    /// The settings of the pooler in the mapping at a path; `mode` wins, where it is written apart.
    Settings poolerSettings(Optional<Written> mode, Optional<Written> most, String... path) {
        var settings = Settings.builder(Versions.UNKNOWN);
        each(
                (name, value) -> PgBouncerKeys.VOCABULARY
                        .find(name)
                        .ifPresentOrElse(
                                key -> settings.put(key, value),
                                () -> settings.stray(new Settings.Stray(Product.PGBOUNCER, name, value))),
                path);
        mode.ifPresent(written -> settings.put(PgBouncerKeys.POOL_MODE, written));
        most.ifPresent(written -> settings.put(PgBouncerKeys.MAX_DB_CONNECTIONS, written));
        return withUnknown(settings);
    }

    private void each(BiConsumer<String, Written> setting, String... path) {
        if (path.length == 0) {
            return;
        }
        spec().entries(path)
                .forEach((name, tree) -> Values.field(tree).ifPresent(value -> setting.accept(name, value)));
    }

    private Settings withUnknown(Settings.Builder settings) {
        var at = Written.of("operator", "", manifest.origin());
        return settings.restIn(Values.unresolved("the defaults of " + operator, at))
                .build();
    }
}
