package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A volume of the database server is full: who writes fails, who reads goes on. When it is the volume of the WAL, the
/// server itself ends soon after.
final class DiskFull extends RanOut {
    /// `disk_full` (PostgreSQL manual 18, appendix A): what `ENOSPC` becomes.
    private static final Set<String> STATES = Set.of("53100");

    DiskFull() {
        super(
                new Cause("disk-full", "Disk of the database server is full", Owner.DATABASE),
                Set.of(FailureKind.SERVER_DISK_FULL),
                STATES);
    }

    @Override
    String statement(String target) {
        return target + " has no space left on its disk: who writes fails";
    }

    @Override
    List<String> more(String target, Scene scene) {
        var more = new ArrayList<String>();
        scene.routes().stream()
                .filter(route -> route.target().equals(target) && route.passes())
                .map(route -> Routes.describe(route) + ": who only reads goes on")
                .forEach(more::add);
        filling(target, scene).map(Filling::evidence).ifPresent(more::add);
        return more;
    }

    @Override
    String fix(String target, Scene scene) {
        return "Make room on " + target + " (df -h; du -sh pg_wal base), and delete nothing in pg_wal by hand."
                + filling(target, scene).map(filling -> " " + filling.fix()).orElse("");
    }

    private static Optional<Filling> filling(String target, Scene scene) {
        return scene.server(target).flatMap(Filling::of);
    }
}
