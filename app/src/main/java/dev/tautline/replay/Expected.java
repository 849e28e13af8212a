package dev.tautline.replay;

import java.util.Set;

/// What the guard has to find out: the cause and where it is, and which suspicions it has to rule out with numbers.
///
/// @param causeId as in the catalogue of hypotheses
/// @param subject the instance or node that has it
public record Expected(String causeId, String subject, Set<String> ruledOut) {
    public Expected {
        ruledOut = Set.copyOf(ruledOut);
    }
}
