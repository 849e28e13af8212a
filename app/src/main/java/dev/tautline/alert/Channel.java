package dev.tautline.alert;

/// A way to a receiver. Thread-safe.
public interface Channel {
    /// Tries once, and answers within half a minute.
    Receipt deliver(Notice notice);
}
