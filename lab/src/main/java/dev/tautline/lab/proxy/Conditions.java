package dev.tautline.lab.proxy;

import java.time.Duration;

/// The sum of all faults in force: how the proxy listens, what it does with a new connection, how bytes travel.
record Conditions(Listening listening, Admission admission, Travel toUpstream, Travel toClient) {
    static final Conditions HEALTHY = new Conditions(Listening.OPEN, Admission.FORWARD, Travel.FREE, Travel.FREE);

    /// Constants stand in order of severity: of two faults the later constant wins.
    enum Listening {
        OPEN,
        SILENT,
        CLOSED
    }

    /// As [Listening], in order of severity.
    enum Admission {
        FORWARD,
        HOLD,
        RESET
    }

    Travel travel(Direction direction) {
        return switch (direction) {
            case TO_UPSTREAM -> toUpstream;
            case TO_CLIENT -> toClient;
        };
    }

    Conditions with(ProxyFault fault) {
        return switch (fault) {
            case ProxyFault.Latency latency ->
                new Conditions(
                        listening,
                        admission,
                        toUpstream.later(latency.toUpstream(), latency.jitter()),
                        toClient.later(latency.toClient(), latency.jitter()));
            case ProxyFault.BandwidthCap cap ->
                new Conditions(
                        listening,
                        admission,
                        toUpstream.narrowed(cap.bytesPerSecond()),
                        toClient.narrowed(cap.bytesPerSecond()));
            case ProxyFault.Stall stall -> stalled(stall.direction());
            case ProxyFault.Refuse _ -> listening(Listening.CLOSED);
            case ProxyFault.NoSynAnswer _ -> listening(Listening.SILENT);
            case ProxyFault.AcceptThenSilence _ -> admitting(Admission.HOLD);
            case ProxyFault.Reset _ -> admitting(Admission.RESET);
        };
    }

    private Conditions listening(Listening wanted) {
        return wanted.compareTo(listening) > 0 ? new Conditions(wanted, admission, toUpstream, toClient) : this;
    }

    private Conditions admitting(Admission wanted) {
        return wanted.compareTo(admission) > 0 ? new Conditions(listening, wanted, toUpstream, toClient) : this;
    }

    private Conditions stalled(Direction direction) {
        return switch (direction) {
            case TO_UPSTREAM -> new Conditions(listening, admission, toUpstream.held(), toClient);
            case TO_CLIENT -> new Conditions(listening, admission, toUpstream, toClient.held());
        };
    }

    /// How bytes travel in one direction. Latencies add up, the smallest bandwidth wins.
    record Travel(Duration latency, Duration jitter, long bytesPerSecond, boolean stalled) {
        static final Travel FREE = new Travel(Duration.ZERO, Duration.ZERO, Long.MAX_VALUE, false);

        Travel later(Duration moreLatency, Duration moreJitter) {
            return new Travel(latency.plus(moreLatency), jitter.plus(moreJitter), bytesPerSecond, stalled);
        }

        Travel narrowed(long most) {
            return new Travel(latency, jitter, Math.min(bytesPerSecond, most), stalled);
        }

        Travel held() {
            return new Travel(latency, jitter, bytesPerSecond, true);
        }

        boolean isCapped() {
            return bytesPerSecond != Long.MAX_VALUE;
        }
    }
}
