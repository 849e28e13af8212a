package dev.tautline.lab.load;

import java.util.List;

/// A whole load: the sum over all its seconds, and each of the last hour.
public record LoadReport(LoadSecond total, List<LoadSecond> seconds) {
    public LoadReport {
        seconds = List.copyOf(seconds);
    }
}
