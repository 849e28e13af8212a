package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;
import java.util.List;

/// Sorts and hashes no longer fit into `work_mem` and go through temporary files.
final class TemporaryFilesSpill implements Hypothesis {
    private static final double MORE = 5;
    private static final double MORE_BYTES = 8 * 1024 * 1024;
    private static final double ORDINARY_BYTES = 1024 * 1024;

    private static final Cause CAUSE =
            new Cause("temporary-files-spill", "Statements spill into temporary files", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, server -> judge(server, scene));
    }

    private static Judgement judge(ServerView server, Scene scene) {
        var storage = server.storage();
        if (storage == null || storage.temporaryBytes() == null) {
            return new Unknown("temporary files have not been counted yet");
        }
        var written = storage.temporaryBytes();
        if (!written.raised(MORE, MORE_BYTES)) {
            return written.asUsual(2, ORDINARY_BYTES) || written.now() <= ORDINARY_BYTES
                    ? new Refuted(written.toString())
                    : new Unknown(written.toString());
        }
        var shrunk = Recent.of(scene, server, Change.Kind.SERVER_SETTING)
                .filter(change ->
                        change.what().equals("work_mem") || change.what().equals("hash_mem_multiplier"))
                .findFirst()
                .orElse(null);
        var evidence = new ArrayList<String>();
        evidence.add(written.toString());
        evidence.add("%.1f temporary files per second".formatted(storage.temporaryFilesPerSecond()));
        if (shrunk != null) {
            evidence.add(shrunk.dated());
        }
        return new Supported(
                CAUSE,
                server.target(),
                shrunk == null ? Strength.LIKELY : Strength.CERTAIN,
                "statements write what does not fit into work_mem to temporary files",
                List.copyOf(evidence),
                shrunk == null
                        ? "Find the statement (temp_blks_written in pg_stat_statements), and raise work_mem for its"
                                + " role only."
                        : "Set " + shrunk.what() + " back to " + shrunk.before() + " and reload.",
                shrunk);
    }
}
