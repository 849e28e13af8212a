package dev.tautline.stage;

/// A directory that has been taken for a stage and found fit for it. What can be refused is refused here, before
/// anything is started.
public final class StagePlace {
    private final StageOptions options;
    private final TautHome home;
    private final StageDirectory directory;

    private StagePlace(StageOptions options, TautHome home, StageDirectory directory) {
        this.options = options;
        this.home = home;
        this.directory = directory;
    }

    /// Takes the directory; when it is refused, nothing is left behind.
    public static StagePlace take(StageOptions options, TautHome home) {
        home.storeJar();
        var place = options.directory();
        var directory = place == null ? StageDirectory.temporary() : StageDirectory.keptAt(place);
        try {
            if (!options.fresh()) {
                directory.refuseMoreStandbysThan(options.standbys());
            }
            return new StagePlace(options, home, directory);
        } catch (StageRefused refused) {
            directory.discard();
            throw refused;
        }
    }

    /// Starts the cluster, sets the database up and opens the routes. When that fails, nothing is left behind.
    public Stage open() {
        var opened = new Opened();
        try {
            if (options.fresh()) {
                directory.empty();
            }
            return new Stage(directory, home, options, opened);
        } catch (RuntimeException failure) {
            opened.close();
            directory.discard();
            throw failure;
        }
    }
}
