package dev.tautline.targets;

import dev.tautline.probe.Expectation;
import dev.tautline.probe.ProbeTarget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One connection to test: every host of one URL, and what is expected of what is found there.
///
/// @param name for people; the URL's hosts where nobody gave one
/// @param oneMustBe what at least one of several hosts must be, since a driver passes over the others
/// @param connectTimeout the client's own limit for opening a connection, where it has one
public record Target(
        String name,
        List<ProbeTarget> hosts,
        Expectation oneMustBe,
        Expectations expectations,
        Optional<Duration> connectTimeout) {
    public Target {
        hosts = List.copyOf(hosts);
    }

    public Target named(String other) {
        return new Target(other, hosts, oneMustBe, expectations, connectTimeout);
    }

    public Target expecting(Expectations other) {
        return new Target(name, hosts, oneMustBe, other, connectTimeout);
    }
}
