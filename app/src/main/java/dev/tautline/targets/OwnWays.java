package dev.tautline.targets;

import java.util.List;
import java.util.function.Consumer;
import org.postgresql.PGProperty;

/// Classes of its own with which an application has pgjdbc connect: nobody else can do as they do.
final class OwnWays {
    /// What an application may name without doing anything of its own.
    private static final String DRIVERS_OWN = "org.postgresql.ssl.LibPQFactory";

    /// The connection leads to the same server without them, and is protected or logged in by other means.
    private static final List<PGProperty> BESIDE = List.of(
            PGProperty.SSL_FACTORY,
            PGProperty.SSL_HOSTNAME_VERIFIER,
            PGProperty.SSL_PASSWORD_CALLBACK,
            PGProperty.AUTHENTICATION_PLUGIN_CLASS_NAME);

    private OwnWays() {}

    static void tell(ConnectionParameters parameters, Consumer<String> problems, Consumer<String> warnings) {
        parameters
                .get(PGProperty.SOCKET_FACTORY.getName())
                .ifPresent(name -> problems.accept("socketFactory " + name + " connects in a way of its own, such as"
                        + " to a Unix socket or through a cloud's connector, and only TCP can be probed; leave it out and"
                        + " write the host and port that it leads to"));
        for (var property : BESIDE) {
            parameters
                    .get(property.getName())
                    .filter(name -> !name.equals(DRIVERS_OWN))
                    .ifPresent(name -> warnings.accept(property.getName() + " " + name
                            + " is left out, because it is a class of the application's; the rest is probed"));
        }
    }
}
