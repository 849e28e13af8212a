package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whose a failed connection is: the server's when everybody fails there, the instance's own when its siblings get
/// through.
final class Suffering {
    private Suffering() {}

    static String subject(PathFailure failure, Scene scene) {
        if (failure.byCanary()) {
            return failure.seenBy();
        }
        return alone(failure, scene) ? failure.seenBy() : hostName(failure);
    }

    /// The name has come to stand for another address, and whoever fails may not know yet: nobody knows then
    /// whose words are heard. Who was started since, has reached the top there since, or has sessions there, knows.
    static boolean mayKeepFormer(PathFailure failure, Scene scene) {
        var moved = scene.changes(Change.Kind.ADDRESS, hostName(failure)).findFirst();
        return moved.isPresent()
                && !hasSessionsThere(failure, scene)
                && knownSince(failure, scene)
                        .map(since -> !since.isAfter(moved.get().at()))
                        .orElse(true);
    }

    /// Of several instances nobody knows whose the sessions are.
    private static boolean hasSessionsThere(PathFailure failure, Scene scene) {
        return !failure.byCanary()
                && scene.instances().size() == 1
                && scene.routes().stream()
                        .filter(route -> route.host().equals(hostName(failure)) && route.passes())
                        .flatMap(route -> scene.server(route.target()).stream())
                        .filter(ServerView::answers)
                        .flatMap(server -> server.activity().groups().stream())
                        .anyMatch(group -> group.ours() && group.sessions() > 0);
    }

    private static Optional<Instant> knownSince(PathFailure failure, Scene scene) {
        return failure.byCanary()
                ? scene.routes().stream()
                        .filter(route -> route.target().equals(failure.seenBy()))
                        .flatMap(route -> Optional.ofNullable(route.answeredHere()).stream())
                        .findFirst()
                : instance(failure, scene).map(InstanceView::startedAt);
    }

    /// The host without its port: agents name both.
    static String hostName(PathFailure failure) {
        return failure.host().replaceFirst(":\\d+(,.*)?$", "");
    }

    /// Host and port are those that the route leads to.
    static boolean samePlace(PathFailure failure, RouteView route) {
        var latest = route.latest();
        return latest != null
                && List.of(failure.host().split(",")).contains(latest.target().endpoint());
    }

    /// Of several instances of its service only this one fails.
    static boolean alone(PathFailure failure, Scene scene) {
        var of = instance(failure, scene);
        return of.isPresent()
                && scene.instances().stream()
                                .filter(other ->
                                        other.service().equals(of.get().service()) && other.silentSeconds() == 0)
                                .count()
                        > 1
                && scene.instances().stream()
                        .filter(other -> !other.name().equals(failure.seenBy()))
                        .flatMap(other -> other.pools().stream())
                        .allMatch(pool -> pool.connectFailures().isEmpty());
    }

    static Optional<InstanceView> instance(PathFailure failure, Scene scene) {
        return scene.instances().stream()
                .filter(instance -> instance.name().equals(failure.seenBy()))
                .findFirst();
    }

    /// What an application that fails calls itself at the server: the setting `username` of its pool.
    static Optional<String> user(PathFailure failure, Scene scene) {
        if (failure.byCanary()) {
            return scene.routes().stream()
                    .filter(route -> route.target().equals(failure.seenBy()))
                    .flatMap(route -> Optional.ofNullable(route.latest()).stream())
                    .map(latest -> latest.target().user())
                    .findFirst();
        }
        return instance(failure, scene).stream()
                .flatMap(instance -> instance.pools().stream())
                .filter(pool -> !pool.connectFailures().isEmpty())
                .flatMap(pool -> pool.setting("username").stream())
                .map(setting -> setting.value())
                .findFirst();
    }
}
