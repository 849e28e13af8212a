package dev.tautline.probe;

import java.time.Instant;
import java.util.List;

/// The certificate that the server showed, and the TLS it was shown over.
///
/// @param subject the distinguished name
/// @param names the subject's alternative names, or its common name when it has none
/// @param notAfter when it expires; the driver does not look at it under `require` and `prefer`
public record ServerCertificate(
        String subject, List<String> names, Instant notBefore, Instant notAfter, String protocol, String cipher) {
    public ServerCertificate {
        names = List.copyOf(names);
    }
}
