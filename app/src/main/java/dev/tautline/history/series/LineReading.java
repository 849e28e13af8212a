package dev.tautline.history.series;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;

/// Puts a line together, block by block; where a tier has no block, from the next coarser one.
final class LineReading {
    /// Points further apart than this many steps, or than this many times the points before, are not joined.
    private static final long NEIGHBOURS = 3;

    private final Connection connection;
    private final long series;
    private final long from;
    private final long to;
    private final Map<Tier, Map<Long, Optional<Block>>> blocks = new EnumMap<>(Tier.class);
    private long[] times = new long[256];
    private float[] min = new float[256];
    private float[] mean = new float[256];
    private float[] max = new float[256];
    private int size;
    private int lastStep;
    /// A subject that is looked at every ten seconds has no hole in between.
    private long lastApart;

    LineReading(Connection connection, long series, long from, long to) {
        this.connection = connection;
        this.series = series;
        this.from = from;
        this.to = to;
    }

    Line read(Tier tier) throws SQLException {
        read(tier, from, to);
        return new Line(
                tier.stepSeconds(),
                Arrays.copyOf(times, size),
                Arrays.copyOf(min, size),
                Arrays.copyOf(mean, size),
                Arrays.copyOf(max, size));
    }

    private void read(Tier tier, long since, long until) throws SQLException {
        for (long start = tier.blockStart(since); start < until; start += tier.blockSeconds()) {
            long first = Math.max(since, start);
            long end = Math.min(until, start + tier.blockSeconds());
            var block = block(tier, start);
            if (block.isPresent()) {
                add(tier, block.get(), start, first, end);
            } else if (tier.coarser().isPresent()) {
                read(tier.coarser().get(), first, end);
            }
        }
    }

    private void add(Tier tier, Block block, long start, long first, long end) {
        int step = tier.stepSeconds();
        for (int cell = 0; cell < Tier.CELLS; cell++) {
            long at = start + (long) cell * step;
            if (!block.empty(cell) && at + step > first && at < end) {
                point(at, step, block.min(cell), block.mean(cell), block.max(cell));
            }
        }
    }

    private void point(long at, int step, float least, float middle, float greatest) {
        // A coarse cell that was told for the stretch before is not told again.
        if (size > 0 && at <= times[size - 1]) {
            return;
        }
        long apart = size == 0 ? 0 : at - times[size - 1];
        if (apart > NEIGHBOURS * Math.max(lastApart, Math.max(step, lastStep))) {
            append(times[size - 1] + lastStep, Float.NaN, Float.NaN, Float.NaN);
        }
        append(at, least, middle, greatest);
        lastApart = apart;
        lastStep = step;
    }

    private void append(long at, float least, float middle, float greatest) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            min = Arrays.copyOf(min, 2 * size);
            mean = Arrays.copyOf(mean, 2 * size);
            max = Arrays.copyOf(max, 2 * size);
        }
        times[size] = at;
        min[size] = least;
        mean[size] = middle;
        max[size] = greatest;
        size++;
    }

    private Optional<Block> block(Tier tier, long start) throws SQLException {
        var known = blocks.computeIfAbsent(tier, key -> new HashMap<>());
        var block = known.get(start);
        if (block == null) {
            block = load(tier, start);
            known.put(start, block);
        }
        return block;
    }

    private Optional<Block> load(Tier tier, long start) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT cells FROM block WHERE step = ? AND start = ? AND series = ?")) {
            query.setInt(1, tier.stepSeconds());
            query.setLong(2, start);
            query.setLong(3, series);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(Block.of(row.getBytes(1))) : Optional.empty();
            }
        } catch (DataFormatException e) {
            throw new SQLException("a block cannot be read: " + e.getMessage(), e);
        }
    }
}
