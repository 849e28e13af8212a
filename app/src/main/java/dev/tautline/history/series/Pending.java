package dev.tautline.history.series;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Blocks that are being filled, and which of them are not on the disk as they are. Not thread-safe.
final class Pending {
    private static final Logger LOG = LoggerFactory.getLogger(Pending.class);

    /// More series than this are not recorded: 500 servers with some ten each and their applications fit.
    static final int MOST_SERIES = 20_000;

    private final Map<Key, Block> blocks = new HashMap<>();
    private final Set<Key> dirty = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private boolean toldMany;

    private record Key(Tier tier, long start, String name) {}

    /// Takes in one second; blocks that an earlier guard began are gone on with.
    void add(SeriesDatabase database, Second second) throws SQLException {
        for (var value : second.values().entrySet()) {
            if (known(value.getKey())) {
                for (var tier : Tier.values()) {
                    add(database, tier, second.epochSecond(), value.getKey(), value.getValue());
                }
            }
        }
    }

    private boolean known(String name) {
        if (names.contains(name)) {
            return true;
        }
        if (names.size() < MOST_SERIES) {
            return names.add(name);
        }
        if (!toldMany) {
            toldMany = true;
            LOG.warn("more than {} series: {} and others are not recorded", MOST_SERIES, name);
        }
        return false;
    }

    private void add(SeriesDatabase database, Tier tier, long second, String name, double value) throws SQLException {
        var key = new Key(tier, tier.blockStart(second), name);
        var block = blocks.get(key);
        if (block == null) {
            block = begun(database, key);
            blocks.put(key, block);
        }
        // A second that comes twice, or a clock that was set back, must not count twice where that shows.
        if (tier != Tier.SECOND || block.empty(tier.cell(second))) {
            block.add(tier.cell(second), value);
            dirty.add(key);
        }
    }

    private static Block begun(SeriesDatabase database, Key key) throws SQLException {
        try {
            var stored = database.load(key.tier(), key.start(), key.name());
            return stored == null ? new Block() : stored;
        } catch (DataFormatException e) {
            LOG.error("a block of {} cannot be read and is begun anew: {}", key.name(), e.getMessage());
            return new Block();
        }
    }

    /// @param coarse whether the tiers of a minute and above are written, too
    void save(SeriesDatabase database, boolean coarse) throws SQLException {
        for (var key : dirty) {
            if (coarse || key.tier().compareTo(Tier.MINUTE) < 0) {
                var block = blocks.get(key);
                if (block != null) {
                    database.save(key.tier(), key.start(), key.name(), block);
                }
            }
        }
    }

    /// What [#save] wrote is on the disk; blocks that are full are let go.
    void saved(boolean coarse, long now) {
        dirty.removeIf(key -> coarse || key.tier().compareTo(Tier.MINUTE) < 0);
        blocks.keySet()
                .removeIf(
                        key -> !dirty.contains(key) && key.start() + key.tier().blockSeconds() <= now);
    }

    /// The disk cannot be written: what is full will not be written any more, so that memory stays bounded.
    void letGo(long now) {
        dirty.removeIf(key -> key.start() + 2L * key.tier().blockSeconds() <= now);
        blocks.keySet().removeIf(key -> key.start() + 2L * key.tier().blockSeconds() <= now);
    }
}
