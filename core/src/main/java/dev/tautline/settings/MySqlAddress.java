package dev.tautline.settings;

import dev.tautline.settings.UrlText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads one host as MySQL's drivers also take it: `address=(host=db)(port=3307)(type=replica)` or
/// `(host=db,port=3307)`. What is none of these is a parameter.
final class MySqlAddress {
    private static final Set<String> OF_THE_ADDRESS =
            Set.of("protocol", "path", "type", "priority", "pipe", "localsocket");

    private final UrlText text;
    private final UrlHost host;
    private final Function<Piece, String> decoder;
    private final List<UrlParameter> parameters = new ArrayList<>();

    MySqlAddress(UrlText text, UrlHost host, Function<Piece, String> decoder) {
        this.text = text;
        this.host = host;
        this.decoder = decoder;
    }

    List<UrlParameter> parameters() {
        return parameters;
    }

    /// Empty where it names no host, such as a socket's file.
    Optional<HostPort> read(Piece written) {
        var name = new Piece(written.from(), written.from());
        var port = name;
        for (var pair : pairs(written)) {
            var equals = text.indexOf('=', pair);
            if (equals < 0) {
                text.problem(pair.from(), "in an address, (name=value) is expected");
                continue;
            }
            var value = new Piece(equals + 1, pair.to());
            var key = text.of(new Piece(pair.from(), equals)).strip();
            switch (key.toLowerCase(Locale.ROOT)) {
                case "host" -> name = value;
                case "port" -> port = value;
                default -> keep(key, pair, value);
            }
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(host.read(name, port));
    }

    private void keep(String key, Piece pair, Piece value) {
        if (!OF_THE_ADDRESS.contains(key.toLowerCase(Locale.ROOT))) {
            parameters.add(new UrlParameter(key, decoder.apply(value), text.place(pair.from())));
        }
    }

    /// What stands in each pair of parentheses, taken apart at commas.
    private List<Piece> pairs(Piece written) {
        var pairs = new ArrayList<Piece>();
        var open = text.indexOf('(', written);
        while (open >= 0) {
            var close = text.indexOf(')', new Piece(open, written.to()));
            if (close < 0) {
                text.problem(open, "a ) is missing");
                return pairs;
            }
            pairs.addAll(text.split(new Piece(open + 1, close), ','));
            open = text.indexOf('(', new Piece(close, written.to()));
        }
        return pairs;
    }
}
