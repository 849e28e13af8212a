package dev.tautline.link.reader.terraform;

import dev.tautline.settings.ManagedDatabaseKeys;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The parameters of servers: groups of RDS, flags of Google, configurations of Azure, lists given to modules.
final class Parameters {
    private static final String[] GROUPS = {"aws_db_parameter_group", "aws_rds_cluster_parameter_group"};
    private static final String[] OF_AZURE = {
        "azurerm_postgresql_flexible_server_configuration",
        "azurerm_mysql_flexible_server_configuration",
        "azurerm_postgresql_configuration"
    };
    private static final List<String> GROUP_NAMES =
            List.of("parameter_group_name", "db_cluster_parameter_group_name", "db_parameter_group_name");
    private static final List<String> LISTS =
            List.of("parameters", "db_parameter_group_parameters", "db_cluster_parameter_group_parameters");

    private final Scope scope;

    Parameters(Scope scope) {
        this.scope = scope;
    }

    /// One parameter by name, with the value at its place.
    record Parameter(String name, Written value) {
        void putInto(Settings.Builder settings, Product product) {
            // Amazon computes what stands in braces: {DBInstanceClassMemory/9531392}.
            var read = value.text().contains("{") && value.isResolved()
                    ? new Written(name, "${formula}", value.origin(), List.of("formula"))
                    : new Written(name, value.text(), value.origin(), value.unresolved());
            var ofProvider = ManagedDatabaseKeys.FORCE_SSL.name().equals(name)
                    || ManagedDatabaseKeys.FORCE_SSL.aliases().contains(name);
            if (ofProvider) {
                settings.put(ManagedDatabaseKeys.FORCE_SSL, read);
            }
            if (product == Product.POSTGRESQL) {
                // A name that is none, the provider refuses before anything is changed.
                PostgresKeys.VOCABULARY.findIgnoringCase(name).ifPresent(key -> settings.put(key, read));
            } else {
                MySqlKeys.VOCABULARY.find(name).ifPresent(key -> settings.put(key, read));
            }
        }
    }

    Optional<HclBlock> groupOf(HclBlock server) {
        return GROUP_NAMES.stream()
                .flatMap(name -> server.at(name).stream())
                .flatMap(value -> scope.resources(GROUPS).filter(group -> isMeant(value, group)))
                .findFirst();
    }

    private boolean isMeant(HclValue value, HclBlock group) {
        return Scope.refersTo(Optional.of(scope.resolved(value)), group)
                || scope.text(value)
                        .filter(Written::isResolved)
                        .filter(name -> scope.text(group, "name")
                                .filter(Written::isResolved)
                                .filter(other -> other.text().equals(name.text()))
                                .isPresent())
                        .isPresent();
    }

    /// Groups that belong to no database of this module.
    Stream<HclBlock> unused() {
        var used = Stream.of("aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance")
                .flatMap(scope::resources)
                .flatMap(server -> groupOf(server).stream())
                .map(HclBlock::origin)
                .collect(Collectors.toSet());
        return scope.resources(GROUPS).filter(group -> !used.contains(group.origin()));
    }

    List<Parameter> of(HclBlock server, Optional<HclBlock> group) {
        return Stream.of(
                        group.stream().flatMap(one -> one.in("parameter")).flatMap(this::named),
                        server.in("settings")
                                .flatMap(one -> one.in("database_flags"))
                                .flatMap(this::named),
                        scope.resources(OF_AZURE)
                                .filter(one -> Scope.refersTo(one.at("server_id"), server))
                                .flatMap(this::named),
                        LISTS.stream()
                                .filter(any -> server.word().equals("module"))
                                .flatMap(name -> scope.at(server, name).stream())
                                .flatMap(this::listed))
                .flatMap(each -> each)
                .toList();
    }

    private Stream<Parameter> named(HclBlock block) {
        return scope
                .text(block, "name")
                .filter(Written::isResolved)
                .flatMap(name -> scope.text(block, "value").map(value -> new Parameter(name.text(), value)))
                .stream();
    }

    private Stream<Parameter> listed(HclValue list) {
        return list instanceof HclValue.Items items
                ? items.all().stream()
                        .map(scope::resolved)
                        .filter(HclValue.Entries.class::isInstance)
                        .map(HclValue.Entries.class::cast)
                        .flatMap(one -> one
                                .at("name")
                                .flatMap(scope::text)
                                .filter(Written::isResolved)
                                .flatMap(name -> one.at("value")
                                        .flatMap(scope::text)
                                        .map(value -> new Parameter(name.text(), value)))
                                .stream())
                : Stream.empty();
    }
}
