package dev.tautline.check.fix;

import dev.tautline.check.fix.Located.Splice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The splices of one text, none of which touches another. Not thread-safe.
final class Splices {
    private final List<Splice> accepted = new ArrayList<>();

    /// Takes a splice; false when an earlier one is in its way. The same splice twice is one.
    boolean add(Splice splice) {
        if (accepted.contains(splice)) {
            return true;
        }
        var together = accepted.stream()
                .filter(other -> other.isInsertion() && splice.isInsertion() && other.start() == splice.start())
                .toList();
        if (!together.isEmpty()) {
            var mayStand = !splice.another().isEmpty()
                    && together.stream().noneMatch(other -> other.another().isEmpty());
            return mayStand
                    && accepted.add(new Splice(splice.start(), splice.end(), splice.another(), splice.another()));
        }
        return accepted.stream().noneMatch(splice::overlaps) && accepted.add(splice);
    }

    String applyTo(String text) {
        var result = new StringBuilder();
        var from = 0;
        // A stable order: what was put in at one place stays in the order in which it came.
        for (var splice :
                accepted.stream().sorted(Comparator.comparingInt(Splice::start)).toList()) {
            result.append(text, from, splice.start()).append(splice.text());
            from = splice.end();
        }
        return result.append(text.substring(from)).toString();
    }
}
