package dev.tautline.history.series;

import java.util.Optional;

/// How finely values are kept. A block holds 60 cells of one tier.
enum Tier {
    SECOND(1),
    TEN_SECONDS(10),
    MINUTE(60),
    TEN_MINUTES(600),
    HOUR(3600);

    static final int CELLS = 60;

    private final int stepSeconds;

    Tier(int stepSeconds) {
        this.stepSeconds = stepSeconds;
    }

    /// The next coarser tier; none above hours.
    Optional<Tier> coarser() {
        return switch (this) {
            case SECOND -> Optional.of(TEN_SECONDS);
            case TEN_SECONDS -> Optional.of(MINUTE);
            case MINUTE -> Optional.of(TEN_MINUTES);
            case TEN_MINUTES -> Optional.of(HOUR);
            case HOUR -> Optional.empty();
        };
    }

    int stepSeconds() {
        return stepSeconds;
    }

    int blockSeconds() {
        return stepSeconds * CELLS;
    }

    long blockStart(long epochSecond) {
        return epochSecond - Math.floorMod(epochSecond, (long) blockSeconds());
    }

    int cell(long epochSecond) {
        return (int) (Math.floorMod(epochSecond, (long) blockSeconds()) / stepSeconds);
    }
}
