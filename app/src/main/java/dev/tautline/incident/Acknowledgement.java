package dev.tautline.incident;

import java.time.Instant;

/// Who took an incident, and when.
public record Acknowledgement(String by, Instant at) {}
