package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Scene;
import dev.tautline.finding.Owner;
import java.util.Optional;
import java.util.Set;

/// Statements whose sorts and hashes need more temporary files than a session may write fail.
final class TemporaryFileLimitReached extends RanOut {
    private static final String SETTING = "temp_file_limit";

    /// `configuration_limit_exceeded` (PostgreSQL manual 18, appendix A); fd.c raises it for this limit.
    private static final Set<String> STATES = Set.of("53400");

    TemporaryFileLimitReached() {
        super(
                new Cause("temporary-file-limit-reached", "Statements exceed temp_file_limit", Owner.DATABASE),
                Set.of(),
                STATES);
    }

    @Override
    String statement(String target) {
        return "statements need more temporary files than temp_file_limit of " + target + " lets a session write";
    }

    @Override
    boolean mayEndTheServer() {
        return false;
    }

    @Override
    Optional<Change> change(String target, Scene scene) {
        return scene.server(target).stream()
                .flatMap(server -> Recent.of(scene, server, Change.Kind.SERVER_SETTING))
                .filter(change -> change.what().equals(SETTING))
                .findFirst();
    }

    @Override
    String fix(String target, Scene scene) {
        return change(target, scene)
                .map(change -> "Set temp_file_limit back to " + change.before() + " and reload, or raise it for the"
                        + " role that needs it.")
                .orElse("Find the statement (log_temp_files, temp_blks_written in pg_stat_statements); give it an index"
                        + " or its role more work_mem before raising temp_file_limit.");
    }
}
