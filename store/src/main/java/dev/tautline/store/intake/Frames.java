package dev.tautline.store.intake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/// The journal's form: one frame per record, each with its length and checksum, so that what a crash or a bad block
/// left is told from what was written. Pure.
///
/// ```
/// "CHJ1"  length (4 bytes)  CRC-32C of the payload (4 bytes)  payload
/// ```
final class Frames {
    private static final byte[] MAGIC = {'C', 'H', 'J', '1'};
    private static final int HEAD = 12;
    // A basket has at most 40 lines: an order takes a few kilobytes. A longer length is damage.
    private static final int LONGEST = 256 * 1024;

    private Frames() {}

    /// @param payloads of whole frames, in order
    /// @param damaged stretches that are no frames: a torn end, or blocks gone bad
    record Reading(List<byte[]> payloads, List<byte[]> damaged) {
        long damagedBytes() {
            return damaged.stream().mapToLong(stretch -> stretch.length).sum();
        }
    }

    static ByteBuffer frame(byte[] payload) {
        if (payload.length > LONGEST) {
            throw new IntakeRefused("an order of %d bytes is longer than the journal takes".formatted(payload.length));
        }
        return ByteBuffer.allocate(HEAD + payload.length)
                .put(MAGIC)
                .putInt(payload.length)
                .putInt(checksum(payload, 0, payload.length))
                .put(payload)
                .flip();
    }

    /// Reads on behind damage: one bad block must not cost the orders after it.
    static Reading read(byte[] bytes) {
        var payloads = new ArrayList<byte[]>();
        var damaged = new ArrayList<byte[]>();
        var position = 0;
        var badSince = -1;
        while (position < bytes.length) {
            var length = wholeFrameAt(bytes, position);
            if (length < 0) {
                badSince = badSince < 0 ? position : badSince;
                position++;
                continue;
            }
            if (badSince >= 0) {
                damaged.add(Arrays.copyOfRange(bytes, badSince, position));
                badSince = -1;
            }
            payloads.add(Arrays.copyOfRange(bytes, position + HEAD, position + HEAD + length));
            position += HEAD + length;
        }
        if (badSince >= 0) {
            damaged.add(Arrays.copyOfRange(bytes, badSince, bytes.length));
        }
        return new Reading(payloads, damaged);
    }

    /// The length of the payload, or -1 when no whole frame begins here.
    private static int wholeFrameAt(byte[] bytes, int position) {
        if (position + HEAD > bytes.length || !Arrays.equals(bytes, position, position + 4, MAGIC, 0, 4)) {
            return -1;
        }
        var head = ByteBuffer.wrap(bytes, position + 4, 8);
        var length = head.getInt();
        var checksum = head.getInt();
        var start = position + HEAD;
        var fits = length >= 0 && length <= LONGEST && length <= bytes.length - start;
        return fits && checksum == checksum(bytes, start, length) ? length : -1;
    }

    private static int checksum(byte[] bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
