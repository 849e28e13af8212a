package dev.tautline.dashboard.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What `taut.yaml` says of the dashboard.
///
/// @param address where it listens
/// @param names the host names that it answers to, besides this machine's own loopback
/// @param findings the path that `taut check` reviews for its page
public record DashboardConfig(
        String address,
        int port,
        Set<String> names,
        Optional<DashboardTls> tls,
        List<Account> accounts,
        Optional<Path> findings) {
    /// The port when the file names none.
    public static final int PORT = 7070;

    public static final String LOOPBACK = "127.0.0.1";

    public static final DashboardConfig DEFAULT =
            new DashboardConfig(LOOPBACK, PORT, Set.of(), Optional.empty(), List.of(), Optional.empty());

    public DashboardConfig {
        names = Set.copyOf(names);
        accounts = List.copyOf(accounts);
    }

    /// Nobody has to log in: everybody on this machine may look.
    public boolean open() {
        return accounts.isEmpty();
    }

    public boolean onLoopback() {
        return Hosts.loopback(address);
    }

    /// With one who may log in, too; who else may is as before.
    public List<Account> and(Account other) {
        return Stream.concat(accounts.stream(), Stream.of(other)).toList();
    }

    public DashboardConfig withPort(int other) {
        return new DashboardConfig(address, other, names, tls, accounts, findings);
    }
}
