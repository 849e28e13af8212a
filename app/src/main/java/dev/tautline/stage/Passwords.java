package dev.tautline.stage;

import dev.tautline.settings.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/// The stage's secrets. They live in a file that only its owner can read, so that they outlast a restart, and reach
/// other programs by environment variables only.
public final class Passwords {
    private static final int BYTES = 32;

    private final Map<Use, Secret> secrets;

    private Passwords(Map<Use, Secret> secrets) {
        this.secrets = secrets;
    }

    /// What a secret is for, and the variable by which a program receives it.
    public enum Use {
        OWNER("chandlery_owner", "CHANDLERY_OWNER_PASSWORD"),
        SHOP("chandlery_app", "CHANDLERY_DB_PASSWORD"),
        GUARD("tautline", "TAUTLINE_PASSWORD"),
        COOKIES("cookie-key", "CHANDLERY_COOKIE_KEY"),
        WEBHOOKS("webhook-secret", "CHANDLERY_WEBHOOK_SECRET"),
        OPERATOR("operator-token", "TAUTLINE_OPERATOR_TOKEN");

        private final String key;
        private final String variable;

        Use(String key, String variable) {
            this.key = key;
            this.variable = variable;
        }

        /// The database role, for the three that are roles.
        public String role() {
            return key;
        }

        /// Under which it stands in the file.
        public String key() {
            return key;
        }

        public String variable() {
            return variable;
        }
    }

    /// Reads the file and adds what it lacks.
    static Passwords in(Path file, SecureRandom random) {
        try {
            var known = read(file);
            var secrets = new EnumMap<Use, Secret>(Use.class);
            for (var use : Use.values()) {
                secrets.put(use, Secret.of(known.getProperty(use.key, random(random))));
            }
            write(file, secrets);
            return new Passwords(secrets);
        } catch (IOException failure) {
            throw new StageRefused("cannot keep the passwords in %s: %s".formatted(file, failure), failure);
        }
    }

    public Secret of(Use use) {
        return Objects.requireNonNull(secrets.get(use), "every use has a secret");
    }

    /// The variables for a program that may know these.
    Map<String, String> environment(Use... uses) {
        return Arrays.stream(uses).collect(Collectors.toMap(Use::variable, use -> of(use).reveal()));
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException first) {
            // The first start on this directory.
        }
        return properties;
    }

    private static void write(Path file, Map<Use, Secret> secrets) throws IOException {
        var text = secrets.entrySet().stream()
                .map(entry -> entry.getKey().key + "=" + entry.getValue().reveal())
                .collect(Collectors.joining("\n", "", "\n"));
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    private static String random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
