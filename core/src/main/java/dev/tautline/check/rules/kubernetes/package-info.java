/// Rules about what Kubernetes is told: probes, names, ports, policies, volumes, and the values that it
/// hands to containers.
@NullMarked
package dev.tautline.check.rules.kubernetes;

import org.jspecify.annotations.NullMarked;
