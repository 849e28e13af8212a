/// The section `alerts` of `taut.yaml`: receivers with their channels, routes, maintenance, heartbeats. Every mistake
/// is told with its place; no secret is ever repeated.
@NullMarked
package dev.tautline.alert.config;

import org.jspecify.annotations.NullMarked;
