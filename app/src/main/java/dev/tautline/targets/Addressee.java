package dev.tautline.targets;

import dev.tautline.probe.ProbeTarget;
import dev.tautline.settings.HostPort;
import java.net.InetAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One of the servers that a connection may lead to; at least one of name and address is known.
///
/// @param name by which its certificate and the password file know it; null where only its address is written
/// @param address where it is, whatever the name stands for; what the name stands for when null
record Addressee(@Nullable String name, @Nullable InetAddress address, int port) {
    static Addressee of(HostPort written) {
        return new Addressee(written.host(), null, written.port());
    }

    String host() {
        return name == null ? Objects.requireNonNull(address).getHostAddress() : name;
    }

    ProbeTarget target(String database, String user) {
        var target = ProbeTarget.of(host(), port, database, user);
        return name == null || address == null ? target : target.dialling(address);
    }

    @Override
    public String toString() {
        return target("", "").endpoint();
    }
}
