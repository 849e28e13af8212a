package dev.tautline.probe.evidence;

/// AUTHENTICATE: how the server wanted to be convinced of who we are.
///
/// @param method `trust`, `password`, `md5` or `scram-sha-256`
/// @param bindsChannel the server offered to bind the password exchange to the TLS channel
public record Authentication(String method, boolean bindsChannel) implements Evidence {
    @Override
    public String words() {
        return method.equals("trust")
                ? "trust: no password was asked for"
                : method + (bindsChannel ? " (channel binding offered)" : "");
    }
}
