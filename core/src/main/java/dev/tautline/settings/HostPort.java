package dev.tautline.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/// One address in a URL. `host` is without the brackets of an IPv6 literal. Where a placeholder that nothing resolves
/// stands for the host or the port, the host keeps it as written, and the port is 0.
public record HostPort(String host, int port, Origin origin) {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");

    public boolean isResolved() {
        return port != 0 && !isPlaceholder();
    }

    /// No name of a host holds these signs.
    private boolean isPlaceholder() {
        return host.contains("$") || host.contains("{{");
    }

    /// Whether the host is an address rather than a name.
    public boolean isAddress() {
        return IPV4.matcher(host).matches() || (host.contains(":") && !isPlaceholder());
    }

    public boolean isLoopback() {
        return host.toLowerCase(Locale.ROOT).equals("localhost")
                || host.equals("::1")
                || LOOPBACK_V4.matcher(host).matches();
    }

    @Override
    public String toString() {
        var shown = UrlMask.shown(host);
        return (isAddress() && host.contains(":") ? "[" + shown + "]" : shown) + ":" + (port == 0 ? "?" : port);
    }
}
