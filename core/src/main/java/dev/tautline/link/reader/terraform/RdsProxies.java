package dev.tautline.link.reader.terraform;

import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.Stage;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Product;
import dev.tautline.settings.RdsProxyKeys;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The proxies of Amazon RDS in one module, and where each leads.
record RdsProxies(Scope scope) {
    private static final int POSTGRES = 5432;
    private static final int MYSQL = 3306;

    List<Hop> all() {
        return scope.resources("aws_db_proxy").map(this::hop).toList();
    }

    private Hop hop(HclBlock proxy) {
        var name = scope.text(proxy, "name").filter(Written::isResolved).map(Written::text);
        var isMySql = scope.text(proxy, "engine_family")
                .filter(family -> family.text().equals("MYSQL"))
                .isPresent();
        var port = isMySql ? MYSQL : POSTGRES;
        return new Hop(
                name.orElse(proxy.label(1)),
                Hop.Kind.POOLER,
                Product.RDS_PROXY,
                name.map(one -> Set.of(one.toLowerCase(Locale.ROOT) + ".proxy-*.rds.amazonaws.com"))
                        .orElse(Set.of()),
                Set.of(port),
                targets(proxy, port),
                settings(proxy),
                Optional.empty(),
                Stage.ofName(name.orElse(proxy.label(1))),
                proxy.origin());
    }

    /// The names that Amazon makes are not known, so a target has that of its beginning.
    private List<HopTarget> targets(HclBlock proxy, int port) {
        return scope.resources("aws_db_proxy_target")
                .filter(target -> Scope.refersTo(target.at("db_proxy_name"), proxy))
                .flatMap(target -> Stream.of("db_instance_identifier", "db_cluster_identifier")
                        .flatMap(name -> target.at(name).stream())
                        .flatMap(value -> scope.resources("aws_db_instance", "aws_rds_cluster")
                                .filter(server -> Scope.refersTo(Optional.of(value), server))))
                .flatMap(server -> Stream.of("identifier", "cluster_identifier")
                        .flatMap(name -> scope.text(server, name).stream()))
                .filter(Written::isResolved)
                .map(name -> new HopTarget(
                        "*",
                        Optional.of(new HostPort(
                                name.text().toLowerCase(Locale.ROOT) + ".own.rds.amazonaws.com", port, name.origin())),
                        Settings.EMPTY,
                        name.origin()))
                .toList();
    }

    private Settings settings(HclBlock proxy) {
        var settings = Settings.builder(Versions.UNKNOWN);
        put(settings, proxy);
        scope.resources("aws_db_proxy_default_target_group")
                .filter(group -> Scope.refersTo(group.at("db_proxy_name"), proxy))
                .flatMap(group -> group.in("connection_pool_config"))
                .forEach(pool -> put(settings, pool));
        return settings.build();
    }

    private void put(Settings.Builder settings, HclBlock block) {
        block.attributes()
                .keySet()
                .forEach(name -> RdsProxyKeys.VOCABULARY
                        .find(name)
                        .ifPresent(key -> scope.text(block, name).ifPresent(value -> settings.put(key, value))));
    }
}
