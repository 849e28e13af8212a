package dev.tautline.replay;

import dev.tautline.lab.Injection;
import dev.tautline.stage.Stage;
import dev.tautline.stage.StoreSettings;
import java.time.Duration;
import java.util.function.Consumer;

/// One outage that can be replayed. A new one is a class, its test and one line in [Outages].
interface Outage {
    /// The date that people call it by.
    String id();

    String title();

    History history();

    Expected expected();

    /// Standbys beside the primary.
    int standbys();

    /// How far the database is from the shop, in health as in the outage.
    Duration roundTrip();

    /// The settings of one of the three instances in health; `basis` has names, ports and the write URL.
    StoreSettings healthy(StoreSettings basis, Stage stage);

    /// Does what went wrong. Returns when users are exposed to it: that instant is the onset. Closing the answer mends
    /// the cause, as the guard advises.
    Injection strike(RunningShop shop);

    /// What the team tried in vain, told step by step; nothing by default.
    default void firstAid(RunningShop shop, Consumer<String> tell) {}

    /// What was done, for the report; the guard never reads it.
    String injected();
}
