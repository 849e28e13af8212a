package dev.tautline.history.series;

import java.util.Map;

/// The settings in force of one subject.
///
/// @param kind `instance` or `server`
/// @param values by name
/// @param origins by name: where the value was written; empty where nobody tells
public record Settings(String kind, String subject, Map<String, String> values, Map<String, String> origins) {}
