/// Scenarios: given a cluster and visitors, when a fault strikes, then the guard must have detected it, named its cause
/// and ruled others out by a time. Operators read and write them as YAML files.
@NullMarked
package dev.tautline.scenario;

import org.jspecify.annotations.NullMarked;
