package dev.tautline.alert.config;

import dev.tautline.alert.Channel;
import dev.tautline.alert.channel.Email;
import dev.tautline.config.YamlMap;
import dev.tautline.settings.Secret;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads `email` of a receiver.
record MailSection(Secrets secrets, Path folder) {
    static final Set<String> KEYS = new TreeSet<>(
            List.of("ca-file", "from", "host", "password-env", "password-file", "port", "starttls", "to", "user"));

    /// RFC 6409: the port of mail submission.
    private static final int SUBMISSION_PORT = 587;

    Optional<Channel> read(YamlMap map) {
        var host = map.required("host");
        boolean startTls = map.word("starttls", List.of("required", "none"))
                .map("required"::equals)
                .orElse(true);
        if (!startTls && !Urls.local(host)) {
            map.problem("starttls", "'none' is allowed only for a server on this machine");
        }
        var server = new Email.Server(
                host,
                map.port("port", SUBMISSION_PORT),
                startTls,
                map.text("user").orElse(null),
                secrets.optional(map, "password").orElse(Secret.of("")),
                Trust.read(map, folder).orElse(null));
        var from = address("from", map);
        var to = address("to", map);
        return from.flatMap(sender -> to.map(receiver -> new Email(server, sender, receiver)));
    }

    private static Optional<InternetAddress> address(String key, YamlMap map) {
        var text = map.required(key);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new InternetAddress(text, true));
        } catch (AddressException e) {
            map.problem(key, "'" + text + "' is not a mail address");
            return Optional.empty();
        }
    }
}
