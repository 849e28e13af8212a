package dev.tautline.stage;

/// The payment provider to practise with.
///
/// @param url where the shop finds it
public record PaymentSimulatorProcess(String url, ChildProcess process) implements AutoCloseable {
    @Override
    public void close() {
        process.close();
    }
}
