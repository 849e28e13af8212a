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

/// One database server, or one cluster that acts as one, and what is known of it. `names` are those under
/// which clients reach it; empty when nothing tells. `members` are those of `names` that mean one node of the
/// cluster and never follow a failover. `limits` are those of single roles and databases.
public record Server(
        String name,
        Product product,
        Set<String> names,
        Set<String> members,
        Settings settings,
        Optional<Hba> hba,
        Optional<Workload> workload,
        Stage stage,
        Origin origin,
        List<ConnectionLimit> limits) {
    public Server {
        names = Set.copyOf(names);
        members = Set.copyOf(members);
        limits = List.copyOf(limits);
    }

    /// A server that limits nobody, and of which no member is known by a name of its own.
    public Server(
            String name,
            Product product,
            Set<String> names,
            Settings settings,
            Optional<Hba> hba,
            Optional<Workload> workload,
            Stage stage,
            Origin origin) {
        this(name, product, names, Set.of(), settings, hba, workload, stage, origin, List.of());
    }

    public <T> Setting<T> get(SettingKey<T> key) {
        return settings.get(key);
    }

    /// The same server at a stage, reached under more names.
    public Server known(Stage at, Set<String> moreNames, Optional<Workload> by) {
        var all = new TreeSet<>(names);
        all.addAll(moreNames);
        return new Server(name, product, all, members, settings, hba, by, at, origin, limits);
    }

    /// The same cluster with more nodes.
    public Server withMembers(Set<String> more) {
        var allNames = new TreeSet<>(names);
        allNames.addAll(more);
        var all = new TreeSet<>(members);
        all.addAll(more);
        return new Server(name, product, allNames, all, settings, hba, workload, stage, origin, limits);
    }

    /// The same server, which limits roles or databases.
    public Server with(List<ConnectionLimit> others) {
        return new Server(name, product, names, members, settings, hba, workload, stage, origin, others);
    }

    /// The server in a person's words: `orders-db (PostgreSQL)`.
    public String label() {
        return name + " (" + product.title() + ")";
    }

    /// The rules of a `pg_hba.conf`, in their order.
    public record Hba(List<HbaLine> lines, Origin origin) {
        public Hba {
            lines = List.copyOf(lines);
        }
    }
}
