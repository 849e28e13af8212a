package dev.tautline.watch;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one signal was in health at each time of the day before, and at each hour of the week. Times are slots since
/// the
/// epoch, so days and weeks are those of UTC. Values are kept in 16 bits, to 0.4 %: a usual needs no more, and there
/// are
/// very many of them. Not thread-safe.
final class Season {
    static final int SLOT_SECONDS = 300;

    private static final int HOUR = 3600 / SLOT_SECONDS;
    private static final int DAY = 24 * HOUR;
    private static final int WEEK = 7 * 24;

    /// What begins at a certain time does not begin to the second.
    private static final int SOON = HOUR / 2;

    /// Of an hour that was healthy for a shorter time nothing is learnt.
    private static final int FEWEST_SLOTS = HOUR / 2;

    /// How much of the hour's value the newest week decides: a holiday is not the usual Monday.
    private static final float NEWEST = 0.3f;

    private static final short UNKNOWN = packed(Float.NaN);
    private static final byte VERSION = 1;

    private final short[] day = new short[DAY];
    private final short[] week = new short[WEEK];
    private final float[] hour = new float[HOUR];
    private int slotsOfHour;

    Season() {
        Arrays.fill(day, UNKNOWN);
        Arrays.fill(week, UNKNOWN);
    }

    /// @param median of the slot that has ended
    void take(long slot, double median) {
        day[(int) Math.floorMod(slot, (long) DAY)] = packed((float) median);
        if (slotsOfHour < HOUR) {
            hour[slotsOfHour++] = (float) median;
        }
    }

    /// After the last slot of an hour.
    void endHour(long slot) {
        if (slotsOfHour >= FEWEST_SLOTS) {
            Arrays.sort(hour, 0, slotsOfHour);
            float median = hour[slotsOfHour / 2];
            int at = hourOfWeek(slot);
            float before = unpacked(week[at]);
            week[at] = packed(Float.isNaN(before) ? median : before + NEWEST * (median - before));
        }
        slotsOfHour = 0;
    }

    /// The hour was not seen whole: the clock was set, or nobody watched.
    void breakHour() {
        slotsOfHour = 0;
    }

    /// At this hour of the week, or, until that is known, at this time of the day before; the larger one of what it is
    /// now and what it will be within half an hour. Null while neither is known.
    @Nullable
    Double usual(long slot) {
        float now = unpacked(week[hourOfWeek(slot)]);
        if (!Float.isNaN(now)) {
            return larger(now, unpacked(week[hourOfWeek(slot + SOON)]));
        }
        float largest = unpacked(day[(int) Math.floorMod(slot, (long) DAY)]);
        if (Float.isNaN(largest)) {
            return null;
        }
        for (long soon = slot + 1; soon <= slot + SOON; soon++) {
            largest = (float) larger(largest, unpacked(day[(int) Math.floorMod(soon, (long) DAY)]));
        }
        return (double) largest;
    }

    private static double larger(float known, float other) {
        return Float.isNaN(other) ? known : Math.max(known, other);
    }

    private static int hourOfWeek(long slot) {
        return (int) Math.floorMod(Math.floorDiv(slot, (long) HOUR), (long) WEEK);
    }

    /// As text that [#of] reads.
    String text() {
        var bytes = ByteBuffer.allocate(1 + 2 * (DAY + WEEK)).put(VERSION);
        for (short value : day) {
            bytes.putShort(value);
        }
        for (short value : week) {
            bytes.putShort(value);
        }
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Empty when it is damaged or of another version.
    static Optional<Season> of(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            if (bytes.limit() != 1 + 2 * (DAY + WEEK) || bytes.get() != VERSION) {
                return Optional.empty();
            }
            var season = new Season();
            bytes.asShortBuffer().get(season.day).get(season.week);
            return Optional.of(season);
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /// The upper half of a float, rounded.
    private static short packed(float value) {
        return Float.isNaN(value) ? (short) 0x7fc0 : (short) ((Float.floatToIntBits(value) + 0x8000) >>> 16);
    }

    private static float unpacked(short value) {
        return Float.intBitsToFloat(value << 16);
    }
}
