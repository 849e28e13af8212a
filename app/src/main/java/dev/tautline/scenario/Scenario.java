package dev.tautline.scenario;

import dev.tautline.ground.Ground;
import dev.tautline.lab.fault.Fault;
import java.nio.file.Path;
import java.util.List;

/// A fault, or several at once, and what the guard must make of it.
///
/// @param id the file's name without `.yaml`
/// @param title what happens, for people
/// @param file where it was read
public record Scenario(String id, String title, Path file, Ground ground, List<Strike> strikes, Expectation expected) {
    public Scenario {
        strikes = List.copyOf(strikes);
    }

    /// A fault and how it was written, as the guard will never read it.
    public record Strike(String written, Fault fault) {}
}
