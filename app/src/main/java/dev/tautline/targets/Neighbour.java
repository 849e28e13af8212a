package dev.tautline.targets;

import dev.tautline.probe.Expectation;

/// Something that does answer near an endpoint that does not.
///
/// @param endpoint host and port
/// @param knownFrom why it was looked at
/// @param answers what answers there, in words
/// @param isServer PostgreSQL, or a pooler that speaks for it
/// @param role what it is; any when it did not tell
public record Neighbour(String endpoint, String knownFrom, String answers, boolean isServer, Expectation role) {
    @Override
    public String toString() {
        return endpoint + " (" + knownFrom + "): " + answers;
    }
}
