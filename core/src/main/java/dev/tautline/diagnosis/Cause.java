package dev.tautline.diagnosis;

import dev.tautline.finding.Owner;

/// What can be wrong. `id` is kebab-case and stable: pages, alerts and scenarios refer to it; `title` is the name that
/// people read.
public record Cause(String id, String title, Owner owner) {}
