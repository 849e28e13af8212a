package dev.tautline.link;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Something between clients and servers that has settings of its own. `names` are those under which it is
/// reached, and `ports` those on which it listens (empty when nothing tells); `targets` is what it forwards
/// to.
public record Hop(
        String name,
        Kind kind,
        Product product,
        Set<String> names,
        Set<Integer> ports,
        List<HopTarget> targets,
        Settings settings,
        Optional<Workload> workload,
        Stage stage,
        Origin origin) {
    /// What it does with a connection.
    public enum Kind {
        /// Shares server sessions among clients.
        POOLER,
        /// Forwards bytes or requests to one server.
        PROXY,
        /// Spreads connections over several servers.
        BALANCER
    }

    public Hop {
        names = Set.copyOf(names);
        ports = Set.copyOf(ports);
        targets = List.copyOf(targets);
    }

    public <T> Setting<T> get(SettingKey<T> key) {
        return settings.get(key);
    }

    /// The same hop at a stage, reached under more names.
    public Hop known(Stage at, Set<String> moreNames, Optional<Workload> by) {
        var all = new TreeSet<>(names);
        all.addAll(moreNames);
        return new Hop(name, kind, product, all, ports, targets, settings, by, at, origin);
    }

    /// The same hop with other targets.
    public Hop to(List<HopTarget> others) {
        return new Hop(name, kind, product, names, ports, others, settings, workload, stage, origin);
    }

    /// The same hop, of which more is known.
    public Hop with(Settings more) {
        return new Hop(name, kind, product, names, ports, targets, more, workload, stage, origin);
    }

    /// Where a connection to a database goes on: a pooler sends each database where its line says, `*` for all others;
    /// a balancer sends to all its servers.
    public List<HopTarget> targetsFor(Optional<String> database) {
        if (kind != Kind.POOLER) {
            return targets;
        }
        var exact = database.map(this::named).orElse(List.of());
        return exact.isEmpty() ? named("*") : exact;
    }

    private List<HopTarget> named(String target) {
        return targets.stream().filter(one -> one.name().equals(target)).toList();
    }

    /// The hop in a person's words: `pgbouncer (PgBouncer)`.
    public String label() {
        return name + " (" + product.title() + ")";
    }
}
