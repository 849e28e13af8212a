package dev.tautline.stage;

import dev.tautline.machine.PortOwner;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Looks at all ports before anything is started, and names everything that is wrong with them at once.
public final class PortCheck {
    private static final int HIGHEST = 65_535;

    private PortCheck() {}

    /// A port that somebody will listen on.
    ///
    /// @param purpose what for, such as "the shop"
    /// @param option how the user chooses another one
    public record Wanted(String purpose, String option, InetAddress address, int port) {}

    /// Refuses with one line for each port that is impossible, wanted twice or taken.
    public static void refuseTaken(List<Wanted> wanted) {
        var problems = new ArrayList<String>();
        var users = new LinkedHashMap<InetSocketAddress, Wanted>();
        for (var port : wanted) {
            if (port.port() < 1 || port.port() > HIGHEST) {
                problems.add("%s %d: allowed are 1 to %d".formatted(port.option(), port.port(), HIGHEST));
                continue;
            }
            var earlier = users.putIfAbsent(new InetSocketAddress(port.address(), port.port()), port);
            if (earlier != null) {
                problems.add("port %d is wanted for %s (%s) and for %s (%s): choose two"
                        .formatted(port.port(), earlier.purpose(), earlier.option(), port.purpose(), port.option()));
            } else if (!Loopback.isFree(port.address(), port.port())) {
                problems.add(taken(port));
            }
        }
        if (!problems.isEmpty()) {
            throw new StageRefused(String.join(System.lineSeparator(), problems));
        }
    }

    private static String taken(Wanted wanted) {
        var owner = PortOwner.ofThisMachine().of(wanted.port()).orElse("a process that this user may not look into");
        return "port %d for %s is taken by %s: end that, or choose another port with %s"
                .formatted(wanted.port(), wanted.purpose(), owner, wanted.option());
    }
}
