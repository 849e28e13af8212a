package dev.tautline.cli;

import dev.tautline.history.Witness;
import dev.tautline.incident.Troubles;
import dev.tautline.incident.Troubles.Trouble;
import java.time.Clock;
import java.util.function.Consumer;

/// Says what becomes of the history, and makes it a trouble of the guard's.
final class TroubledWitness implements Witness {
    private final Consumer<String> says;
    private final Troubles troubles;
    private final Clock clock;
    private volatile String name = "history";

    TroubledWitness(Consumer<String> says, Troubles troubles, Clock clock) {
        this.says = says;
        this.troubles = troubles;
        this.clock = clock;
    }

    /// What the history is called from now on.
    void calls(String present) {
        name = present;
    }

    @Override
    public void damaged(String sentence) {
        says.accept(sentence);
        troubles.found(Trouble.HISTORY_DAMAGED, name, sentence, clock.instant());
    }

    @Override
    public void unwritable(String sentence) {
        says.accept(sentence);
        troubles.found(Trouble.HISTORY_UNWRITABLE, name, sentence, clock.instant());
    }

    @Override
    public void wellAgain(String sentence) {
        says.accept(sentence);
        troubles.over(Trouble.HISTORY_UNWRITABLE, name, clock.instant());
    }

    @Override
    public void says(String sentence) {
        says.accept(sentence);
    }
}
