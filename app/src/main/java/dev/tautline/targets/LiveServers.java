package dev.tautline.targets;

import dev.tautline.link.live.LiveServer;
import dev.tautline.link.live.LiveServerReader;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Origin;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Has every server that a probe reaches tell its settings and rules, each server once.
public final class LiveServers implements TargetVisitor {
    private final Map<String, LiveServer> byEndpoint = new ConcurrentSkipListMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    @Override
    public void visit(ProbeTarget host, InetAddress address, Connection connection) {
        if (!asked.add(host.dialledEndpoint())) {
            return;
        }
        var endpoint = new HostPort(host.host(), host.port(), new Origin.Live(host.endpoint()));
        try {
            byEndpoint.put(host.dialledEndpoint(), new LiveServerReader(connection, endpoint).read());
        } catch (SQLException silent) {
            // It is probed all the same; only its settings stay unknown.
        }
    }

    /// What the server at this endpoint told; empty when it was not reached or did not tell.
    Optional<LiveServer> at(ProbeTarget host) {
        return Optional.ofNullable(byEndpoint.get(host.dialledEndpoint()));
    }

    public List<LiveServer> all() {
        return List.copyOf(byEndpoint.values());
    }
}
