package dev.tautline.dashboard.access;

import dev.tautline.settings.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the dashboard's certificate and its key are.
public sealed interface DashboardTls {
    /// Two files in PEM.
    ///
    /// @param certificate the chain, its own certificate first
    /// @param key PKCS#8, not encrypted
    record Pem(Path certificate, Path key) implements DashboardTls {}

    /// A store in PKCS#12 or JKS.
    record Keystore(Path file, @Nullable Secret password) implements DashboardTls {}
}
