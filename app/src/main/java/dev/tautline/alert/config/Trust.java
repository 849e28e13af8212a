package dev.tautline.alert.config;

import dev.tautline.config.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The authorities in a PEM file in place of Java's own, for servers inside a house.
final class Trust {
    private Trust() {}

    /// Empty when the section names no `ca-file`, or it cannot be used, which is a problem.
    static Optional<SSLContext> read(YamlMap map, Path folder) {
        return map.text("ca-file").flatMap(name -> {
            var file = folder.resolve(name);
            try {
                return Optional.of(of(file));
            } catch (IOException | GeneralSecurityException e) {
                map.problem(
                        "ca-file",
                        file + " has no certificates that can be read ("
                                + e.getClass().getSimpleName() + ")");
                return Optional.empty();
            }
        });
    }

    private static SSLContext of(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(file)) {
            int number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
        }
        if (store.size() == 0) {
            throw new CertificateException("no certificate");
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
