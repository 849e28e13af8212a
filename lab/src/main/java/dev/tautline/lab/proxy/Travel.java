package dev.tautline.lab.proxy;

import java.time.Duration;

/// How bytes travel in one direction. Latencies add up; the smallest bandwidth and the smallest slice win.
record Travel(
        Duration latency,
        Duration jitter,
        long bytesPerSecond,
        boolean stalled,
        double lossProbability,
        Duration retransmission,
        int sliceBytes,
        Duration apart,
        Duration endDelay) {
    static final Travel FREE = new Travel(
            Duration.ZERO,
            Duration.ZERO,
            Long.MAX_VALUE,
            false,
            0,
            Duration.ZERO,
            Integer.MAX_VALUE,
            Duration.ZERO,
            Duration.ZERO);

    Travel later(Duration more, Duration moreJitter) {
        return new Travel(
                latency.plus(more),
                jitter.plus(moreJitter),
                bytesPerSecond,
                stalled,
                lossProbability,
                retransmission,
                sliceBytes,
                apart,
                endDelay);
    }

    Travel narrowed(long most) {
        return new Travel(
                latency,
                jitter,
                Math.min(bytesPerSecond, most),
                stalled,
                lossProbability,
                retransmission,
                sliceBytes,
                apart,
                endDelay);
    }

    Travel held() {
        return new Travel(
                latency, jitter, bytesPerSecond, true, lossProbability, retransmission, sliceBytes, apart, endDelay);
    }

    Travel losing(ProxyFault.Loss loss) {
        return new Travel(
                latency,
                jitter,
                bytesPerSecond,
                stalled,
                1 - (1 - lossProbability) * (1 - loss.probability()),
                longer(retransmission, loss.retransmission()),
                sliceBytes,
                apart,
                endDelay);
    }

    Travel sliced(ProxyFault.Slices slices) {
        return new Travel(
                latency,
                jitter,
                bytesPerSecond,
                stalled,
                lossProbability,
                retransmission,
                Math.min(sliceBytes, slices.bytes()),
                longer(apart, slices.apart()),
                endDelay);
    }

    Travel endingLater(Duration delay) {
        return new Travel(
                latency,
                jitter,
                bytesPerSecond,
                stalled,
                lossProbability,
                retransmission,
                sliceBytes,
                apart,
                endDelay.plus(delay));
    }

    boolean isCapped() {
        return bytesPerSecond != Long.MAX_VALUE;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
