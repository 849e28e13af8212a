package dev.tautline.lab.postgres;

import dev.tautline.lab.net.FreePorts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What all nodes of a cluster share.
///
/// @param tls null where the servers offer none
record NodeContext(
        ServerPrograms programs,
        ServerSettings settings,
        Credentials superuser,
        FreePorts ports,
        Duration timeout,
        @Nullable ClusterTls tls) {}
