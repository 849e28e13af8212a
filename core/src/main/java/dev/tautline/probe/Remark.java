package dev.tautline.probe;

/// Something that deserves attention although every step held.
///
/// @param words what was seen, with its figures; never a secret
public record Remark(RemarkKind kind, String words) {}
