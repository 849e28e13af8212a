package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The server cannot read or write its own files, or finds nonsense in them: the disk fails, or the data is damaged.
final class StorageErrors extends RanOut {
    /// `io_error`, `data_corrupted`, `index_corrupted` (PostgreSQL manual 18, appendix A).
    private static final Set<String> STATES = Set.of("58030", "XX001", "XX002");

    StorageErrors() {
        super(
                new Cause("storage-errors", "Server cannot read its own files", Owner.DATABASE),
                Set.of(FailureKind.DATA_DAMAGED),
                STATES);
    }

    @Override
    String statement(String target) {
        return target + " meets errors of its disk, or damaged data";
    }

    @Override
    List<String> more(String target, Scene scene) {
        return scene.server(target)
                .flatMap(server -> Optional.ofNullable(server.counters()))
                .filter(counters -> counters.checksumFailures() > 0)
                .map(counters -> List.of("%d pages had a wrong checksum".formatted(counters.checksumFailures())))
                .orElse(List.of());
    }

    @Override
    String fix(String target, Scene scene) {
        return "Look at dmesg and the server's log on " + target + "; stop writing, copy the data directory aside, then"
                + " fail over or restore.";
    }
}
