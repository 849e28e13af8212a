package dev.tautline.lab.tls;

/// A server's certificate and its private key, both in PEM. The key does not show in `toString`.
public record IssuedCertificate(String certificate, String key) {
    @Override
    public String toString() {
        return certificate;
    }
}
