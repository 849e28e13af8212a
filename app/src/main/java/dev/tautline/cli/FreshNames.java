package dev.tautline.cli;

import dev.tautline.probe.name.JvmNameCache;
import java.security.Security;

/// The guard must see a changed address at once; the JDK would remember an answer for 30 s, and a failure for the 10 s
/// of its file `java.security`.
final class FreshNames {
    private FreshNames() {}

    /// Holds for this JVM, when nothing has looked up a name in it yet. Setting a security property also starts the
    /// JDK's logging, which takes longer than many a command: to be called only where names are looked up.
    static void require() {
        // what the JVM does otherwise is told of names, and known only as long as nothing is set
        JvmNameCache.ofThisJvm();
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }
}
