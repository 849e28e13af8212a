/// The guard and what it watches as metrics: for Prometheus to scrape, and pushed to a collector of OpenTelemetry.
@NullMarked
package dev.tautline.metrics;

import org.jspecify.annotations.NullMarked;
