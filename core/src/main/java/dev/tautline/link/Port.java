package dev.tautline.link;

import dev.tautline.settings.Written;
import java.util.Optional;

/// A port of a container; `published` is the port of the host that leads to it, `hostAddress` the host's
/// address for that.
public record Port(
        Optional<String> name, Written container, Optional<Written> published, Optional<String> hostAddress) {}
