package dev.tautline.alert;

/// One line of a message: `Cause`, `Evidence`, `Fix` …, and what there is to say of it.
public record Fact(String name, String value) {}
