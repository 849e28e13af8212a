package dev.tautline.dashboard.access;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which Host headers are answered to.
public final class Hosts {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final Pattern FOUR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern SIX = Pattern.compile("\\[[0-9a-f:.]+]");

    private Hosts() {}

    /// @param header a name or an address in brackets, and possibly a port (RFC 9110, 7.2)
    public static boolean answersTo(DashboardConfig config, @Nullable String header) {
        if (header == null) {
            return false;
        }
        var host = header.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        return loopback(host) || config.names().contains(host) || (!config.onLoopback() && address(host));
    }

    static boolean loopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    /// Written as an address, not as a name: nobody can make a name of his own stand for it.
    private static boolean address(String host) {
        return FOUR.matcher(host).matches() || SIX.matcher(host).matches();
    }
}
