package dev.tautline.history.series;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Sixty cells of one series, each the least, the mean and the greatest of the seconds in it. Not thread-safe.
final class Block {
    /// Three floats and the number of seconds.
    private static final int BYTES = Tier.CELLS * (3 * Float.BYTES + Short.BYTES);

    private static final int MOST_COUNTED = 0xffff;

    private final float[] min = new float[Tier.CELLS];
    private final double[] mean = new double[Tier.CELLS];
    private final float[] max = new float[Tier.CELLS];
    private final int[] count = new int[Tier.CELLS];

    void add(int cell, double value) {
        boolean first = count[cell] == 0;
        float near = (float) value;
        min[cell] = first ? near : Math.min(min[cell], near);
        max[cell] = first ? near : Math.max(max[cell], near);
        count[cell] = Math.min(MOST_COUNTED, count[cell] + 1);
        mean[cell] += (value - mean[cell]) / count[cell];
    }

    boolean empty(int cell) {
        return count[cell] == 0;
    }

    float min(int cell) {
        return min[cell];
    }

    float mean(int cell) {
        return (float) mean[cell];
    }

    float max(int cell) {
        return max[cell];
    }

    /// Column by column, so that values that stay the same take next to nothing.
    byte[] bytes() {
        var plain = ByteBuffer.allocate(BYTES);
        for (int cell = 0; cell < Tier.CELLS; cell++) {
            plain.putFloat(min[cell]);
        }
        for (int cell = 0; cell < Tier.CELLS; cell++) {
            plain.putFloat((float) mean[cell]);
        }
        for (int cell = 0; cell < Tier.CELLS; cell++) {
            plain.putFloat(max[cell]);
        }
        for (int cell = 0; cell < Tier.CELLS; cell++) {
            plain.putShort((short) count[cell]);
        }
        return deflated(plain.array());
    }

    /// @throws DataFormatException when the bytes are not a block's
    static Block of(byte[] bytes) throws DataFormatException {
        var plain = ByteBuffer.wrap(inflated(bytes));
        var block = new Block();
        for (int cell = 0; cell < Tier.CELLS; cell++) {
            block.min[cell] = plain.getFloat();
        }
        for (int cell = 0; cell < Tier.CELLS; cell++) {
            block.mean[cell] = plain.getFloat();
        }
        for (int cell = 0; cell < Tier.CELLS; cell++) {
            block.max[cell] = plain.getFloat();
        }
        for (int cell = 0; cell < Tier.CELLS; cell++) {
            block.count[cell] = plain.getShort() & MOST_COUNTED;
        }
        return block;
    }

    private static byte[] deflated(byte[] plain) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(plain);
            deflater.finish();
            var packed = new byte[BYTES + 64];
            int length = deflater.deflate(packed);
            return Arrays.copyOf(packed, length);
        }
    }

    private static byte[] inflated(byte[] packed) throws DataFormatException {
        try (var inflater = new Inflater(true)) {
            inflater.setInput(packed);
            var plain = new byte[BYTES];
            if (inflater.inflate(plain) != BYTES) {
                throw new DataFormatException("a block is too short");
            }
            return plain;
        }
    }
}
