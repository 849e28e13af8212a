package dev.tautline.labdoor;

import java.time.Instant;

/// A fault that was injected and is not healed yet.
///
/// @param id by which it is healed: its kind, with a number when there are several
/// @param fault as it was written
public record InForce(String id, String fault, Instant since) {}
