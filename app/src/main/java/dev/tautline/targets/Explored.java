package dev.tautline.targets;

import java.util.List;
import java.util.Optional;

/// What was found around an endpoint that does not answer.
///
/// @param answering the neighbours that do answer
/// @param tried how many connections were tried, with those that nothing answered
public record Explored(List<Neighbour> answering, int tried) {
    /// Nobody asked to look around, or there was no need to.
    public static final Explored NOTHING = new Explored(List.of(), 0);

    public Explored {
        answering = List.copyOf(answering);
    }

    /// What follows for whoever wrote the address, if anything does.
    public Optional<String> conclusion() {
        return answering.stream()
                .filter(Neighbour::isServer)
                .findFirst()
                .map(found -> "the address is likely wrong: " + found.endpoint() + " answers: " + found.answers())
                .or(() -> tried == 0
                        ? Optional.empty()
                        : Optional.of("no PostgreSQL answers nearby either (" + tried + " tried)"));
    }
}
