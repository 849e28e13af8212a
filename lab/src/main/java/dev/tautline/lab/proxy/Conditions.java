package dev.tautline.lab.proxy;

/// The sum of all faults in force: how the proxy listens, what it does with a new connection, how bytes travel, and
/// what befalls connections that exist.
record Conditions(Listening listening, Admission admission, Travel toUpstream, Travel toClient, Fate fate) {
    static final Conditions HEALTHY =
            new Conditions(Listening.OPEN, Admission.FORWARD, Travel.FREE, Travel.FREE, Fate.NONE);

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
        FOREIGN,
        CLOSE,
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
                travelling(
                        toUpstream.later(latency.toUpstream(), latency.jitter()),
                        toClient.later(latency.toClient(), latency.jitter()));
            case ProxyFault.BandwidthCap cap ->
                travelling(toUpstream.narrowed(cap.bytesPerSecond()), toClient.narrowed(cap.bytesPerSecond()));
            case ProxyFault.Loss loss -> travelling(toUpstream.losing(loss), toClient.losing(loss));
            case ProxyFault.Slices slices -> travelling(toUpstream.sliced(slices), toClient.sliced(slices));
            case ProxyFault.SlowClose slow ->
                travelling(toUpstream.endingLater(slow.delay()), toClient.endingLater(slow.delay()));
            case ProxyFault.Stall stall -> stalled(stall.direction());
            case ProxyFault.Refuse _ -> listening(Listening.CLOSED);
            case ProxyFault.NoSynAnswer _ -> listening(Listening.SILENT);
            case ProxyFault.AcceptThenSilence _ -> admitting(Admission.HOLD);
            case ProxyFault.ForeignService _ -> admitting(Admission.FOREIGN);
            case ProxyFault.CloseNew _ -> admitting(Admission.CLOSE);
            case ProxyFault.Reset _, ProxyFault.ResetNew _ -> admitting(Admission.RESET);
            case ProxyFault.CutAfter cut -> befallen(fate.cutAfter(cut.bytes()));
            case ProxyFault.ForgetIdle idle -> befallen(fate.forgettingAfter(idle.after()));
            case ProxyFault.LargeLost lost -> befallen(fate.losingAbove(lost.largest()));
            case ProxyFault.SwallowCommit _ -> befallen(fate.swallowingCommits());
            case ProxyFault.ForgetExisting _ -> this; // Done to each connection once, when the fault comes.
        };
    }

    private Conditions listening(Listening wanted) {
        return wanted.compareTo(listening) > 0 ? new Conditions(wanted, admission, toUpstream, toClient, fate) : this;
    }

    private Conditions admitting(Admission wanted) {
        return wanted.compareTo(admission) > 0 ? new Conditions(listening, wanted, toUpstream, toClient, fate) : this;
    }

    private Conditions stalled(Direction direction) {
        return switch (direction) {
            case TO_UPSTREAM -> travelling(toUpstream.held(), toClient);
            case TO_CLIENT -> travelling(toUpstream, toClient.held());
        };
    }

    private Conditions travelling(Travel out, Travel back) {
        return new Conditions(listening, admission, out, back, fate);
    }

    private Conditions befallen(Fate changed) {
        return new Conditions(listening, admission, toUpstream, toClient, changed);
    }
}
