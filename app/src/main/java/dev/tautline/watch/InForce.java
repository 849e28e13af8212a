package dev.tautline.watch;

import dev.tautline.diagnosis.Change;
import java.util.Map;

/// What is known of one subject now: settings, addresses, role, start.
///
/// @param values by name
public record InForce(Change.Kind kind, String subject, Map<String, String> values) {}
