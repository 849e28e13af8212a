package dev.tautline.check.fix;

/// An edit found in a text, or why a program should not make it.
sealed interface Located {
    /// Replace the letters from `start` up to `end`. `another` is what to write when another splice was put in at the
    /// same place before this one; empty when the two cannot both be made.
    record Splice(int start, int end, String text, String another) implements Located {
        static Splice alone(int start, int end, String text) {
            return new Splice(start, end, text, "");
        }

        boolean overlaps(Splice other) {
            return start < other.end && other.start < end;
        }

        boolean isInsertion() {
            return start == end;
        }
    }

    /// Left to a person.
    record Refused(String why) implements Located {}
}
