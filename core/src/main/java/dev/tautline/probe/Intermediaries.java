package dev.tautline.probe;

import dev.tautline.probe.FirstLook.FarEnd;
import dev.tautline.probe.evidence.Intermediary;
import dev.tautline.probe.evidence.Intermediary.Kind;
import dev.tautline.probe.evidence.Path;
import dev.tautline.probe.wire.StartupMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds who stands between us and the server by what both ends say of the same connection. A pooler cannot
/// hide: it gives us a cancel key of its own, for the process behind changes from transaction to transaction,
/// so the process of the key is not the one that answers. What only passes bytes on keeps the key and shows
/// in the addresses.
final class Intermediaries {
    private Intermediaries() {}

    static Intermediary between(Path path, int process, FarEnd farEnd) {
        var signs = addresses(path, farEnd);
        if (process == farEnd.backend()) {
            return new Intermediary(
                    signs.isEmpty() ? Kind.NONE : Kind.FORWARDER,
                    signs.isEmpty() ? "nothing in between that shows" : String.join("; ", signs));
        }
        signs.addFirst("a pooler: process " + farEnd.backend() + " answers, the session was opened as " + process);
        if (!farEnd.applicationName().equals(StartupMessage.APPLICATION_NAME)) {
            signs.add("the server sees application_name=" + farEnd.applicationName());
        }
        return new Intermediary(Kind.POOLER, String.join("; ", signs));
    }

    private static List<String> addresses(Path path, FarEnd farEnd) {
        var signs = new ArrayList<String>();
        if (farEnd.address() == null) {
            signs.add("the server is reached through a local socket on its own machine");
            return signs;
        }
        if (!same(path.remote(), farEnd.address(), farEnd.port())) {
            signs.add("the server itself is at " + farEnd.address() + ":" + farEnd.port());
        }
        if (!same(path.local(), farEnd.client(), farEnd.clientPort())) {
            signs.add("it sees us come from " + farEnd.client() + ":" + farEnd.clientPort());
        }
        return signs;
    }

    /// Texts of one address family differ only in an IPv6 scope, which the server leaves out.
    private static boolean same(InetSocketAddress ours, @Nullable String theirs, int port) {
        var text = ours.getAddress().getHostAddress().replaceFirst("%.*", "");
        return port == ours.getPort() && (text.equals(theirs) || sameLiteral(text, theirs));
    }

    private static boolean sameLiteral(String ours, @Nullable String theirs) {
        return theirs != null
                && InetAddress.ofLiteral(ours).equals(InetAddress.ofLiteral(theirs.replaceFirst("%.*", "")));
    }
}
