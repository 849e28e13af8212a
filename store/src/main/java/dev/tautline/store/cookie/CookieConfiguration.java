package dev.tautline.store.cookie;

import dev.tautline.store.disk.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CookieConfiguration {
    private static final Logger log = LoggerFactory.getLogger(CookieConfiguration.class);

    @Bean
    CookieKey cookieKey(
            @Value("${chandlery.cookie-key:}") String configured,
            @Value("${chandlery.former-cookie-keys:}") String[] former,
            DataDirectory directory,
            SecureRandom random) {
        if (!configured.isEmpty()) {
            return new CookieKey(configured, former);
        }
        log.warn(
                "chandlery.cookie-key is not set: this instance keeps one of its own in {},"
                        + " so other instances cannot read its baskets",
                directory);
        return new CookieKey(ownSecret(directory, random), former);
    }

    /// Kept, for orders in the journal are sealed with it: a restart must still read them.
    private static String ownSecret(DataDirectory directory, SecureRandom random) {
        var file = directory.file("cookie-key");
        try {
            return Files.readString(file);
        } catch (NoSuchFileException first) {
            var made = new byte[CookieKey.SHORTEST_SECRET];
            random.nextBytes(made);
            return write(directory, HexFormat.of().formatHex(made));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    private static String write(DataDirectory directory, String secret) {
        var file = directory.file("cookie-key");
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, secret);
            return secret;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot keep a key in " + file, failed);
        }
    }
}
