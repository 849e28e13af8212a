package dev.tautline.store;

import dev.tautline.store.cookie.CookieKey;
import dev.tautline.store.telemetry.CollectorAddress;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;

/// Looks at what an operator most often gets wrong as soon as the settings are known, before anything is started: then
/// the one line that `StartFailures` prints is the only line, and nothing has to be taken down again.
final class StartChecks implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        var settings = prepared.getEnvironment();
        var secret = settings.getProperty("chandlery.cookie-key", "");
        if (!secret.isEmpty()) {
            CookieKey.requireLongEnough(secret);
        }
        CollectorAddress.of(settings);
        requireFree(settings.getProperty("server.address"), settings.getProperty("server.port", Integer.class, 8080));
        requireFree(
                settings.getProperty("management.server.address"),
                settings.getProperty("management.server.port", Integer.class, 8081));
    }

    /// A port may still be taken between this look and Tomcat's; then the same line is printed after some others.
    private static void requireFree(@Nullable String address, int port) {
        if (port <= 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port));
        } catch (BindException taken) {
            throw new PortInUseException(port, taken);
        } catch (IOException other) {
            throw new IllegalStateException("port %d cannot be looked at".formatted(port), other);
        }
    }
}
