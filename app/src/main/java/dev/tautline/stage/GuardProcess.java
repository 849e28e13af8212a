package dev.tautline.stage;

import java.net.URI;

/// The guard in a process of its own: it shares nothing with the lab, so it cannot know what was injected.
///
/// @param url the dashboard's page
public record GuardProcess(URI url, ChildProcess process) implements AutoCloseable {
    @Override
    public void close() {
        process.close();
    }
}
