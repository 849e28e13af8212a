package dev.tautline.scoring.peer;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// What a watcher is told: where the servers and the shop's pages are, and whom to call.
///
/// @param nodes address of each node's route by its name; a program that is no JVM does not see the published names
/// @param database the database to connect to
/// @param user the guard's own role; the password comes by the environment
/// @param shops a page of each instance by its name, such as a health page that fails when the shop does
/// @param pager receives its pages
/// @param interval between two looks
public record PeerScene(
        Map<String, InetSocketAddress> nodes,
        String database,
        String user,
        Map<String, URI> shops,
        URI pager,
        Duration interval) {
    /// That of Prometheus's own sample configuration; its default is a minute.
    public static final Duration USUAL_INTERVAL = Duration.ofSeconds(15);

    public PeerScene {
        nodes = Map.copyOf(nodes);
        shops = Map.copyOf(shops);
    }
}
