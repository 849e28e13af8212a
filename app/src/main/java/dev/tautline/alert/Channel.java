package dev.tautline.alert;

/// A way to a receiver. Thread-safe.
public interface Channel {
    /// Tries once, and answers within half a minute.
    Receipt deliver(Notice notice);

    /// What people call it: `slack`, `email` …
    String kind();

    /// Whether many messages may come as one. Services that keep count of each incident want each message.
    boolean takesDigests();
}
