package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
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

/// A configuration file of the server has an error. The server goes on with the old rules and will not start with the
/// new ones.
final class ConfigurationFileBroken implements Hypothesis {
    private static final Cause CAUSE =
            new Cause("configuration-file-broken", "A configuration file of the server is broken", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, ConfigurationFileBroken::judge);
    }

    private static Judgement judge(ServerView server) {
        var errors = server.fileErrors();
        if (errors == null) {
            return new Unknown("pg_hba_file_rules and pg_file_settings may not be read");
        }
        return errors.isEmpty()
                ? new Refuted("pg_hba_file_rules and pg_file_settings have no error")
                : new Supported(
                        CAUSE,
                        server.target(),
                        Strength.CERTAIN,
                        "a configuration file of " + server.target()
                                + " is broken: it runs on with the old one and will not start again",
                        errors,
                        "Mend the lines, then SELECT pg_reload_conf() and look again.",
                        null);
    }
}
