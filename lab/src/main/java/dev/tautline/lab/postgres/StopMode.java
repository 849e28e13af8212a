package dev.tautline.lab.postgres;

/// How a server is told to stop (PostgreSQL 18 manual, 18.5): each mode is a signal to the postmaster.
public enum StopMode {
    /// Waits until all sessions have ended; new ones get 57P03.
    SMART(Signal.TERM),
    /// Ends sessions with 57P01, writes a checkpoint.
    FAST(Signal.INT),
    /// Ends at once without a checkpoint, as after a power cut; the next start recovers.
    IMMEDIATE(Signal.QUIT);

    private final Signal signal;

    StopMode(Signal signal) {
        this.signal = signal;
    }

    Signal signal() {
        return signal;
    }
}
