package dev.tautline.lab.postgres;

import dev.tautline.lab.net.FreePorts;
import java.time.Duration;

/// What all nodes of a cluster share.
record NodeContext(
        ServerPrograms programs, ServerSettings settings, Credentials superuser, FreePorts ports, Duration timeout) {}
