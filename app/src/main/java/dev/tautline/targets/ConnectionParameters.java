package dev.tautline.targets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Parameters of a connection by name, from several places, the first of which wins. Prints names only, for a value may
/// be a password.
final class ConnectionParameters {
    private final List<Map<String, String>> layers;

    private ConnectionParameters(List<Map<String, String>> layers) {
        this.layers = List.copyOf(layers);
    }

    static ConnectionParameters of(Map<String, String> first) {
        return new ConnectionParameters(List.of(new LinkedHashMap<>(first)));
    }

    /// What these leave open is taken from `others`.
    ConnectionParameters or(Map<String, String> others) {
        var all = new ArrayList<>(layers);
        all.add(new LinkedHashMap<>(others));
        return new ConnectionParameters(all);
    }

    /// The value under any of the names that drivers have for one parameter.
    Optional<String> get(String... names) {
        for (var layer : layers) {
            for (var name : names) {
                if (layer.containsKey(name)) {
                    return Optional.of(layer.get(name));
                }
            }
        }
        return Optional.empty();
    }

    /// Of the first place, in its order.
    List<String> names() {
        return List.copyOf(layers.getFirst().keySet());
    }

    @Override
    public String toString() {
        return layers.stream().map(Map::keySet).toList().toString();
    }
}
