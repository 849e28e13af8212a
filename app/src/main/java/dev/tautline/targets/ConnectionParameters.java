package dev.tautline.targets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Parameters of a connection by name, from several places, the first of which wins. Prints names only, for a value may
/// be a password.
final class ConnectionParameters {
    private final List<Place> places;

    /// @param called how a parameter is called there
    private record Place(Map<String, String> values, UnaryOperator<String> called) {}

    private ConnectionParameters(List<Place> places) {
        this.places = List.copyOf(places);
    }

    static ConnectionParameters of(Map<String, String> first) {
        return new ConnectionParameters(List.of(new Place(new LinkedHashMap<>(first), UnaryOperator.identity())));
    }

    /// What these leave open is taken from `others`.
    ///
    /// @param called how people know a parameter that comes from there
    ConnectionParameters or(Map<String, String> others, UnaryOperator<String> called) {
        var all = new ArrayList<>(places);
        all.add(new Place(new LinkedHashMap<>(others), called));
        return new ConnectionParameters(all);
    }

    /// The same, except that nobody sets `name`.
    ConnectionParameters without(String name) {
        return new ConnectionParameters(places.stream()
                .map(place -> {
                    var values = new LinkedHashMap<>(place.values());
                    values.remove(name);
                    return new Place(values, place.called());
                })
                .toList());
    }

    /// The value under any of the names that drivers have for one parameter.
    Optional<String> get(String... names) {
        for (var place : places) {
            for (var name : names) {
                if (place.values().containsKey(name)) {
                    return Optional.of(place.values().get(name));
                }
            }
        }
        return Optional.empty();
    }

    /// How the place that a parameter comes from calls it, such as `PGHOST`.
    String called(String name) {
        return places.stream()
                .filter(place -> place.values().containsKey(name))
                .findFirst()
                .map(place -> place.called().apply(name))
                .orElse(name);
    }

    /// Of the first place, in its order.
    List<String> names() {
        return List.copyOf(places.getFirst().values().keySet());
    }

    @Override
    public String toString() {
        return places.stream().map(place -> place.values().keySet()).toList().toString();
    }
}
