package dev.tautline.probe.evidence;

import java.util.Map;

/// SESSION: the server is ready for queries.
///
/// @param product `PostgreSQL`, or what else speaks its protocol
/// @param version `server_version` as reported, which behind a pooler may be the pooler's memory
/// @param parameters all that was reported (ParameterStatus), by name
public record OpenSession(String product, String version, Map<String, String> parameters) implements Evidence {
    public OpenSession {
        parameters = Map.copyOf(parameters);
    }

    @Override
    public String words() {
        return "open as application_name=" + parameters.getOrDefault("application_name", "(not reported)") + ", "
                + product + " " + version;
    }
}
