package dev.tautline.check.change;

import dev.tautline.link.Client;
import dev.tautline.link.Hop;
import dev.tautline.link.Link;
import dev.tautline.link.Profile;
import dev.tautline.link.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Two states of a link: the clients that are in both, those that came and went, and the servers and
/// hops that are in both.
public record LinkChange(
        List<ClientChange> clients,
        List<Client> added,
        List<Client> removed,
        List<ServerChange> servers,
        List<HopChange> hops) {
    /// One server, before and after.
    public record ServerChange(Server before, Server after) {
        /// Every setting that is written on either side and is another one now, by name.
        public List<Difference> differences() {
            return new SettingsChange(
                            new SettingsChange.Side(before::get, before.settings(), before.origin()),
                            new SettingsChange.Side(after::get, after.settings(), after.origin()))
                    .differences();
        }
    }

    /// One pooler, proxy or balancer, before and after.
    public record HopChange(Hop before, Hop after) {
        /// Every setting that is written on either side and is another one now, by name; then what it leads to.
        public List<Difference> differences() {
            var all = new ArrayList<>(new SettingsChange(
                            new SettingsChange.Side(before::get, before.settings(), before.origin()),
                            new SettingsChange.Side(after::get, after.settings(), after.origin()))
                    .differences());
            all.addAll(TargetsChange.between(before, after));
            return List.copyOf(all);
        }
    }

    public LinkChange {
        clients = List.copyOf(clients);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        servers = List.copyOf(servers);
        hops = List.copyOf(hops);
    }

    /// A link, and the folder that it was read from.
    public record Side(Link link, Path root) {
        Path home(Client client) {
            return root.toAbsolutePath()
                    .normalize()
                    .relativize(client.application().home().toAbsolutePath().normalize());
        }
    }

    /// Pairs what is the same thing. A client is the same with the same service, data source and profile in the same
    /// folder; when its folder moved or its service was renamed, it is when there is no other that it could be.
    public static LinkChange between(Side beforeSide, Side afterSide) {
        var before = beforeSide.link();
        var after = afterSide.link();
        var old = new ArrayList<>(before.clients());
        var fresh = new ArrayList<>(after.clients());
        var pairs = new ArrayList<ClientChange>();
        pair(
                old,
                fresh,
                pairs,
                (was, is) -> isSame(was, is) && beforeSide.home(was).equals(afterSide.home(is)));
        pairAlone(old, fresh, pairs, LinkChange::isSame);
        pairAlone(old, fresh, pairs, LinkChange::hasSameSource);
        return new LinkChange(pairs, fresh, old, servers(before, after), hops(before, after));
    }

    /// Clients that are there under more than one profile are told once: the plain one, or else the first.
    public static List<Client> oncePerLabel(List<Client> clients) {
        var told = new LinkedHashMap<String, Client>();
        clients.forEach(client -> told.merge(
                client.label(), client, (first, other) -> other.profile().equals(Profile.PLAIN) ? other : first));
        return List.copyOf(told.values());
    }

    private static void pairAlone(
            List<Client> old, List<Client> fresh, List<ClientChange> pairs, BiPredicate<Client, Client> same) {
        var were = List.copyOf(old);
        var are = List.copyOf(fresh);
        pair(old, fresh, pairs, (was, is) -> same.test(was, is) && isAlone(was, were, same) && isAlone(is, are, same));
    }

    private static void pair(
            List<Client> old, List<Client> fresh, List<ClientChange> pairs, BiPredicate<Client, Client> same) {
        for (var was : List.copyOf(old)) {
            fresh.stream().filter(is -> same.test(was, is)).findFirst().ifPresent(is -> {
                pairs.add(new ClientChange(was, is));
                old.remove(was);
                fresh.remove(is);
            });
        }
    }

    private static boolean isSame(Client was, Client is) {
        return was.label().equals(is.label()) && was.profile().equals(is.profile());
    }

    private static boolean hasSameSource(Client was, Client is) {
        return was.dataSource().equals(is.dataSource()) && was.profile().equals(is.profile());
    }

    private static boolean isAlone(Client client, List<Client> among, BiPredicate<Client, Client> same) {
        return among.stream().filter(other -> same.test(client, other)).count() == 1;
    }

    private static List<ServerChange> servers(Link before, Link after) {
        return before.servers().stream()
                .flatMap(was -> same(was, before, after).map(is -> new ServerChange(was, is)).stream())
                .toList();
    }

    /// A server whose file lies at the top of a folder is named by that folder, so the only one of its product is the
    /// same, whatever it is called.
    private static Optional<Server> same(Server was, Link before, Link after) {
        return only(after.servers(), is -> is.name().equals(was.name()))
                .or(() -> only(before.servers(), other -> other.product() == was.product())
                        .flatMap(alone -> only(after.servers(), is -> is.product() == was.product())));
    }

    private static List<HopChange> hops(Link before, Link after) {
        return before.hops().stream()
                .flatMap(was -> only(after.hops(), is -> is.name().equals(was.name()) && is.product() == was.product())
                        .map(is -> new HopChange(was, is))
                        .stream())
                .toList();
    }

    private static <T> Optional<T> only(List<T> all, Predicate<T> isSame) {
        var same = all.stream().filter(isSame).toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }
}
