package dev.tautline.link.reader.format;

import dev.tautline.link.Libraries;
import dev.tautline.link.Profile;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;
import dev.tautline.settings.Versions;
import java.util.Optional;

/// How an application is run: with which environment, as which workload, built of what. `profile` without
/// names leaves the choice to the application's files and environment. `stage` is what the places of files
/// say, and `mounted` the files that only its workload has.
public record Running(
        Environment environment,
        Profile profile,
        Stage stage,
        Optional<Workload> workload,
        Versions versions,
        Libraries libraries,
        MountedConfiguration mounted) {
    /// The stage under the profiles that are really active.
    public Stage stageUnder(Profile active) {
        if (active.isDevelopment()) {
            return Stage.DEVELOPMENT;
        }
        return active.names().isEmpty() || stage == Stage.DEVELOPMENT || stage == Stage.LOCAL
                ? stage
                : Stage.PRODUCTION;
    }
}
