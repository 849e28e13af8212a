package dev.tautline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The JDK's start-up cache for the shop (JEP 483, JEP 514), made of what a shop that ran for a while has loaded.
///
/// @param recording what that shop leaves behind when it ends
record StartCache(Path recording, Path cache) {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    static StartCache in(Path folder) {
        return new StartCache(folder.resolve("shop.aotconf"), folder.resolve("shop.aot"));
    }

    /// For the shop that is watched.
    List<String> recordingOptions() {
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording);
    }

    /// For the shops that profit.
    String option() {
        return "-XX:AOTCache=" + cache;
    }

    /// After the watched shop has ended.
    ///
    /// @param jar the shop's program
    void make(Path jar) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        // As when it ran: a cache that was made with other modules is hardly of use.
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + recording,
                        "-XX:AOTCache=" + cache,
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(cache.resolveSibling("shop.aot.log").toFile())
                .start();
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no start-up cache within " + LONGEST.toSeconds() + " s");
        }
        if (process.exitValue() != 0 || !Files.exists(cache)) {
            throw new IOException("no start-up cache: "
                    + Files.readString(cache.resolveSibling("shop.aot.log"))
                            .lines()
                            .limit(5)
                            .toList());
        }
    }
}
