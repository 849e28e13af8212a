package dev.tautline.targets;

import dev.tautline.settings.Origin;

/// A connection that was found and could not be tried, because part of it is not known here. Nothing is guessed.
///
/// @param name the client, as a target would be named
/// @param at where its URL is written
public record NotProbed(String name, Origin at, String why) {
    @Override
    public String toString() {
        return name + " (" + at + "): " + why;
    }
}
