package dev.tautline.diagnosis;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One measured quantity beside what is usual for it. `usual` is the median of the healthy time before, seen together
/// with what it was at this hour of the week; it is null until enough of that was seen, and then nothing can be said to
/// be above or within the usual.
public record Reading(String what, double now, @Nullable Double usual, Unit unit) {
    /// Clearly more than usual: at least `factor` times as much, and at least `excess` (in the reading's unit) more.
    public boolean raised(double factor, double excess) {
        return usual != null && now >= factor * usual && now - usual >= excess;
    }

    /// Not more than `factor` times the usual, or not more than `slack` (in the reading's unit) above it.
    public boolean asUsual(double factor, double slack) {
        return usual != null && (now <= factor * usual || now - usual <= slack);
    }

    /// How much more than usual, in the reading's unit; 0 when the usual is unknown.
    public double excess() {
        return usual == null ? 0 : now - usual;
    }

    /// The sum of several readings of one kind; its usual is known only when each one's is.
    public static Reading sum(String what, List<Reading> parts) {
        double now = parts.stream().mapToDouble(Reading::now).sum();
        boolean known = parts.stream().allMatch(part -> part.usual() != null);
        Double usual = known
                ? parts.stream()
                        .mapToDouble(part -> Objects.requireNonNull(part.usual()))
                        .sum()
                : null;
        return new Reading(
                what,
                now,
                usual,
                parts.isEmpty() ? Unit.COUNT : parts.getFirst().unit());
    }

    @Override
    public String toString() {
        return what + " " + unit.format(now)
                + (usual == null ? " (usual not known yet)" : " (usually " + unit.format(usual) + ")");
    }
}
