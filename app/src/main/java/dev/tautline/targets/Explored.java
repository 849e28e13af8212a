package dev.tautline.targets;

import dev.tautline.probe.Expectation;
import java.util.List;
import java.util.Optional;

/// What was found around an endpoint that does not answer, or is not what was wanted.
///
/// @param answering the neighbours that do answer
/// @param tried how many connections were tried, with those that nothing answered
/// @param wanted the role that the endpoint lacks; any when it does not answer
public record Explored(List<Neighbour> answering, int tried, Expectation wanted) {
    /// Nobody asked to look around, or there was no need to.
    public static final Explored NOTHING = new Explored(List.of(), 0, Expectation.ANY);

    public Explored {
        answering = List.copyOf(answering);
    }

    /// What follows for whoever wrote the address, if anything does.
    public Optional<String> conclusion() {
        return wanted == Expectation.ANY ? ofSilence() : ofRole();
    }

    private Optional<String> ofRole() {
        return answering.stream()
                .filter(found -> found.role() == wanted)
                .findFirst()
                .map(found -> "the " + wanted + " is " + found.endpoint() + ": " + found.answers())
                .or(() -> Optional.of("no " + wanted + " was found nearby (" + tried + " tried)"));
    }

    private Optional<String> ofSilence() {
        return answering.stream()
                .filter(Neighbour::isServer)
                .findFirst()
                .map(found -> "the address is likely wrong: " + found.endpoint() + " answers: " + found.answers())
                .or(() -> tried == 0
                        ? Optional.empty()
                        : Optional.of("no PostgreSQL answers nearby either (" + tried + " tried)"));
    }
}
