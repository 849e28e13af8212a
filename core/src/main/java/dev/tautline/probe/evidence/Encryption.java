package dev.tautline.probe.evidence;

import org.jspecify.annotations.Nullable;

/// TLS: how the conversation is protected.
///
/// @param certificate the server's; null in the clear
public record Encryption(@Nullable ServerCertificate certificate, String words) implements Evidence {}
