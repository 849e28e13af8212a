package dev.tautline.link.reader.terraform;

import dev.tautline.link.Server;
import dev.tautline.link.Stage;
import dev.tautline.settings.ManagedDatabaseKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Version;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The servers of one module: of Amazon RDS and Aurora, Google Cloud SQL and Azure, and those of the widespread modules
/// `terraform-aws-modules/rds` and `rds-aurora`. Providers have defaults of their own, so what is not written is
/// unknown.
final class ManagedServers {
    private static final String[] TYPES = {
        "aws_db_instance",
        "aws_rds_cluster",
        "google_sql_database_instance",
        "azurerm_postgresql_flexible_server",
        "azurerm_mysql_flexible_server"
    };
    private static final String OF_RDS_MODULES = "terraform-aws-modules/(rds|rds-aurora)/aws.*";

    private final Scope scope;
    private final Parameters parameters;
    private final OpenPorts ports;

    ManagedServers(Scope scope) {
        this.scope = scope;
        this.parameters = new Parameters(scope);
        this.ports = new OpenPorts(scope);
    }

    List<Server> all() {
        var found = new ArrayList<Server>();
        Stream.concat(
                        scope.resources(TYPES),
                        scope.of("module")
                                .filter(block -> scope.text(block, "source")
                                        .filter(source -> source.text().matches(OF_RDS_MODULES))
                                        .isPresent()))
                .forEach(block -> found.add(server(block)));
        parameters.unused().forEach(group -> found.add(alone(group)));
        return found;
    }

    private Server server(HclBlock block) {
        var group = parameters.groupOf(block);
        var product = product(block, group);
        var settings = Settings.builder(versions(block, product));
        parameters.of(block, group).forEach(one -> one.putInto(settings, product));
        var mine = Stream.concat(Stream.of(block), instances(block)).toList();
        mine.forEach(part -> part.attributes()
                .keySet()
                .forEach(name -> ManagedDatabaseKeys.VOCABULARY
                        .find(name)
                        .filter(key -> !isOfReplica(block, key))
                        .ifPresent(key -> scope.text(part, name).ifPresent(value -> settings.put(key, value)))));
        new GoogleSettings(scope, block).putInto(settings);
        ports.of(block).ifPresent(open -> settings.put(ManagedDatabaseKeys.OPEN_TO, open));
        return made(
                name(block),
                block,
                product,
                Stream.concat(names(block).stream(), references(block)).collect(Collectors.toUnmodifiableSet()),
                unseen(block, settings).build());
    }

    /// How the module's other resources write its host.
    private static Stream<String> references(HclBlock block) {
        return block.word().equals("resource")
                ? Stream.of("address", "endpoint", "reader_endpoint", "fqdn")
                        .map(attribute -> "${%s.%s.%s}"
                                .formatted(block.label(0), block.label(1), attribute)
                                .toLowerCase(Locale.ROOT))
                : Stream.empty();
    }

    /// A replica needs no backups of its own.
    private static boolean isOfReplica(HclBlock block, SettingKey<?> key) {
        return key.equals(ManagedDatabaseKeys.BACKUP_RETENTION_PERIOD)
                && block.at("replicate_source_db").isPresent();
    }

    /// Parameters that no database here uses: some other module's may.
    private Server alone(HclBlock group) {
        var product = product(group, Optional.of(group));
        var settings = Settings.builder(versions(group, product));
        parameters.of(group, Optional.of(group)).forEach(one -> one.putInto(settings, product));
        return made(
                group.label(1),
                group,
                product,
                Set.of(),
                unseen(group, settings).build());
    }

    private static Server made(String name, HclBlock block, Product product, Set<String> names, Settings settings) {
        return new Server(
                name, product, names, settings, Optional.empty(), Optional.empty(), Stage.ofName(name), block.origin());
    }

    private static Settings.Builder unseen(HclBlock block, Settings.Builder settings) {
        var why = "the provider's defaults";
        return settings.restIn(new Written("provider", "${" + why + "}", block.origin(), List.of(why)));
    }

    /// The instances of an Aurora cluster have some of its settings.
    private Stream<HclBlock> instances(HclBlock cluster) {
        return scope.resources("aws_rds_cluster_instance")
                .filter(instance -> Scope.refersTo(instance.at("cluster_identifier"), cluster));
    }

    private String name(HclBlock block) {
        return identifier(block)
                .filter(Written::isResolved)
                .map(Written::text)
                .orElse(block.word().equals("module") ? block.label(0) : block.label(1));
    }

    private Optional<Written> identifier(HclBlock block) {
        return Stream.of("identifier", "cluster_identifier", "name")
                .flatMap(name -> scope.text(block, name).stream())
                .findFirst();
    }

    /// The middle of the names that Amazon makes is made when the database is (`shop.c9x4k.eu-west-1.rds…`).
    private Set<String> names(HclBlock block) {
        var name = identifier(block)
                .filter(Written::isResolved)
                .map(one -> one.text().toLowerCase(Locale.ROOT));
        return name.map(one -> block.label(0).startsWith("google")
                        ? Set.<String>of()
                        : block.label(0).startsWith("azurerm")
                                ? Set.of(one + "." + azureDomain(block))
                                : Set.of(one + ".*.rds.amazonaws.com"))
                .orElse(Set.of());
    }

    private static String azureDomain(HclBlock block) {
        return (block.label(0).contains("mysql") ? "mysql" : "postgres") + ".database.azure.com";
    }

    private Product product(HclBlock block, Optional<HclBlock> group) {
        var word = Stream.of("engine", "database_version", "family")
                .flatMap(name -> scope.text(block, name).stream())
                .map(Written::text)
                .findFirst()
                .or(() -> group.flatMap(one -> scope.text(one, "family")).map(Written::text))
                .orElse(block.label(0))
                .toLowerCase(Locale.ROOT);
        return word.contains("mariadb") ? Product.MARIADB : word.contains("mysql") ? Product.MYSQL : Product.POSTGRESQL;
    }

    private Versions versions(HclBlock block, Product product) {
        return Stream.of("engine_version", "version", "database_version", "family")
                .filter(name -> !block.word().equals("module") || !name.equals("version"))
                .flatMap(name -> scope.text(block, name).stream())
                .filter(Written::isResolved)
                .flatMap(text -> digits(text.text())
                        .map(version -> new Versions(
                                Map.of(product, new Versions.Detected(version, text.origin(), "named by Terraform"))))
                        .stream())
                .findFirst()
                .orElse(Versions.UNKNOWN);
    }

    /// `16.4`, `POSTGRES_15`, `aurora-postgresql16`.
    private static Optional<Version> digits(String text) {
        var number = text.replace('_', '.').replaceFirst("^[^0-9]+", "").replaceFirst("[^0-9.].*$", "");
        return number.isEmpty() ? Optional.empty() : Optional.of(Version.of(number));
    }
}
