package dev.tautline.probe.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// TLS: how the conversation is protected.
///
/// @param direct the handshake came first, without asking
/// @param certificate the server's; null in the clear
/// @param clientSubject whose certificate was sent to the server; null when it asked for none or there was none
/// @param clientNotAfter until when that certificate is valid; null likewise
public record Encryption(
        Offer offer,
        boolean direct,
        @Nullable ServerCertificate certificate,
        @Nullable String clientSubject,
        @Nullable Instant clientNotAfter,
        String words)
        implements Evidence {
    /// What is known of the server's side.
    public enum Offer {
        /// Nobody asked for it.
        NOT_ASKED,
        /// The server answered no.
        NOT_OFFERED,
        /// The conversation is encrypted.
        ENCRYPTED
    }

    public static Encryption none(Offer offer, String words) {
        return new Encryption(offer, false, null, null, null, words);
    }

    @Override
    public String words() {
        return words + (clientSubject == null ? "" : ", client certificate " + clientSubject + " sent");
    }
}
