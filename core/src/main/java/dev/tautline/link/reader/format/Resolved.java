package dev.tautline.link.reader.format;

import java.util.List;
import java.util.Set;

/// A text whose placeholders were replaced. `missing` names those without a value, which stay as written;
/// `variables` the environment variables that were used; `offsets` gives, for each letter, where in the
/// written text it comes from.
public record Resolved(String text, List<String> missing, Set<String> variables, List<Integer> offsets) {
    public Resolved {
        offsets = List.copyOf(offsets);
    }

    /// Where the letter at `index` stands in the text as written.
    public int writtenAt(int index) {
        return index < offsets.size() ? offsets.get(index) : offsets.isEmpty() ? 0 : offsets.getLast() + 1;
    }
}
