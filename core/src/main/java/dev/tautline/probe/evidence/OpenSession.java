package dev.tautline.probe.evidence;

/// SESSION: the server is ready for queries.
///
/// @param applicationName what `pg_stat_activity` shows of us
public record OpenSession(String applicationName) implements Evidence {
    @Override
    public String words() {
        return "open as application_name=" + applicationName;
    }
}
