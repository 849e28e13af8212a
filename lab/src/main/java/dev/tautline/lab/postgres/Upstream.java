package dev.tautline.lab.postgres;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/// Where a standby streams from, and as whom. The password stands in a pass file, so that no setting shows it.
/// Without TLS even where clients have it: what is done to certificates shall strike clients alone.
record Upstream(InetSocketAddress address, String user, String slot, String applicationName) {
    ServerSettings settings(Path passwordFile) {
        var settings = new ServerSettings();
        settings.put(
                "primary_conninfo",
                "host=%s port=%d user=%s application_name=%s passfile='%s' connect_timeout=5 sslmode=disable"
                        .formatted(
                                address.getAddress().getHostAddress(),
                                address.getPort(),
                                user,
                                applicationName,
                                passwordFile.toString().replace("\\", "\\\\").replace("'", "\\'")));
        settings.put("primary_slot_name", slot);
        return settings;
    }
}
