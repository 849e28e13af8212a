package dev.tautline.probe.name;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the addresses of a name come from.
///
/// @param hostsFile what the hosts file says; empty when it does not know the name
/// @param nameServers what the name servers say; empty when they do not know it, or none answered
/// @param fullName the name that they know, which is another than the one asked for when the search list
/// completed it
/// @param timeToLive how long they allow the answer to be remembered
/// @param askedInVain names of the search list that were asked for before that one
public record NameOrigin(
        List<InetAddress> hostsFile,
        List<InetAddress> nameServers,
        @Nullable String fullName,
        @Nullable Duration timeToLive,
        List<String> askedInVain,
        JvmNameCache cache) {
    /// What a JVM does when nobody sets anything is no finding.
    private static final int KEPT_ANYWAY = 30;

    public NameOrigin {
        hostsFile = List.copyOf(hostsFile);
        nameServers = List.copyOf(nameServers);
        askedInVain = List.copyOf(askedInVain);
    }

    /// The hosts file hides what the name servers say.
    public boolean isOverridden() {
        return !hostsFile.isEmpty()
                && !nameServers.isEmpty()
                && hostsFile.stream().noneMatch(nameServers::contains);
    }

    /// This JVM keeps answers longer than their owner allows, so it does not follow when the name moves.
    public boolean isKeptTooLong() {
        return timeToLive != null
                && hostsFile.isEmpty()
                && (cache.seconds() < 0 || cache.seconds() > Math.max(timeToLive.toSeconds(), KEPT_ANYWAY));
    }

    public String words() {
        var source = !hostsFile.isEmpty()
                ? "from the hosts file" + (isOverridden() ? ", against the name servers" : "")
                : fullName == null
                        ? "the name servers do not know it, or did not answer"
                        : "from a name server as " + fullName;
        return source + (timeToLive == null ? "" : ", for " + timeToLive.toSeconds() + " s")
                + "; a JVM set up as this one remembers it " + cache.words();
    }
}
