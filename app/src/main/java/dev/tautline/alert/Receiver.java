package dev.tautline.alert;

import dev.tautline.finding.Owner;
import java.util.Set;

/// Who is told.
///
/// @param owners the teams that it stands for; none for whoever wants to hear everything
public record Receiver(String name, Set<Owner> owners, Channel channel, Pace pace) {
    boolean hearsEverything() {
        return owners.isEmpty();
    }
}
