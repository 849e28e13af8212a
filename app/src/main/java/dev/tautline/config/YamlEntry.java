package dev.tautline.config;

import dev.tautline.settings.Origin;

/// One key with its text in a mapping whose keys are free.
public record YamlEntry(String name, String text, Origin.InFile keyAt, Origin.InFile at) {}
