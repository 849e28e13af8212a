package dev.tautline.check.rules;

import dev.tautline.check.Rule;
import dev.tautline.check.rules.authentication.AuthenticationRules;
import dev.tautline.check.rules.capacity.CapacityRules;
import dev.tautline.check.rules.compose.ComposeRules;
import dev.tautline.check.rules.driver.DriverRules;
import dev.tautline.check.rules.hops.HopsRules;
import dev.tautline.check.rules.kubernetes.KubernetesRules;
import dev.tautline.check.rules.leftovers.LeftoversRules;
import dev.tautline.check.rules.migration.MigrationRules;
import dev.tautline.check.rules.pool.PoolRules;
import dev.tautline.check.rules.pooling.PoolingRules;
import dev.tautline.check.rules.resolution.ResolutionRules;
import dev.tautline.check.rules.routing.RoutingRules;
import dev.tautline.check.rules.secrets.SecretsRules;
import dev.tautline.check.rules.server.ServerRules;
import dev.tautline.check.rules.timeouts.TimeoutsRules;
import dev.tautline.check.rules.timezone.TimezoneRules;
import dev.tautline.check.rules.tls.TlsRules;
import dev.tautline.check.rules.topology.TopologyRules;
import dev.tautline.check.rules.web.WebRules;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All rules, sorted by name.
public final class Rules {
    private Rules() {}

    public static List<Rule> all() {
        var byId = Stream.of(
                        AuthenticationRules.all(),
                        CapacityRules.all(),
                        ComposeRules.all(),
                        DriverRules.all(),
                        HopsRules.all(),
                        KubernetesRules.all(),
                        LeftoversRules.all(),
                        MigrationRules.all(),
                        PoolRules.all(),
                        PoolingRules.all(),
                        ResolutionRules.all(),
                        RoutingRules.all(),
                        SecretsRules.all(),
                        ServerRules.all(),
                        TimeoutsRules.all(),
                        TimezoneRules.all(),
                        TlsRules.all(),
                        TopologyRules.all(),
                        WebRules.all())
                .flatMap(Collection::stream)
                .collect(Collectors.toMap(Rule::id, Function.identity()));
        return List.copyOf(new TreeMap<>(byId).values());
    }

    public static Optional<Rule> find(String id) {
        return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
