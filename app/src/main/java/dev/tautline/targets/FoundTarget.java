package dev.tautline.targets;

import dev.tautline.link.Stage;
import dev.tautline.settings.Origin;

/// A target that stands for a client of a configuration.
///
/// @param at where the client's URL is written
/// @param stage how sure it is that customers depend on it
public record FoundTarget(Target target, Origin at, Stage stage) {}
