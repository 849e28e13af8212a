package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import java.util.List;
import java.util.Set;

/// The server gets no more memory: the machine's, the container's, or its own shared memory, which holds the locks.
final class ServerOutOfMemory extends RanOut {
    /// `out_of_memory` (PostgreSQL manual 18, appendix A): of the machine's memory and of the table of locks alike.
    private static final Set<String> STATES = Set.of("53200");

    ServerOutOfMemory() {
        super(
                new Cause(FailureKind.SERVER_OUT_OF_MEMORY.id(), "Server has no memory left", Owner.PLATFORM),
                Set.of(FailureKind.SERVER_OUT_OF_MEMORY),
                STATES);
    }

    @Override
    String statement(String target) {
        return target + " gets no memory for what it is asked to do";
    }

    @Override
    List<String> more(String target, Scene scene) {
        return scene.server(target).stream()
                .map(server -> "%s: %d of %d connections in use"
                        .formatted(target, server.connections(), server.maxConnections()))
                .toList();
    }

    @Override
    String fix(String target, Scene scene) {
        return "The log of " + target + " says which memory it was: raise max_locks_per_transaction when it was shared"
                + " memory; else lower work_mem or the number of connections, or give the server more.";
    }
}
