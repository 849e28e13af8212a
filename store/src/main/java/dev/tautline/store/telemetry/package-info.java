/// Metrics and traces for a collector that speaks OTLP: left out unless one is named.
@NullMarked
package dev.tautline.store.telemetry;

import org.jspecify.annotations.NullMarked;
