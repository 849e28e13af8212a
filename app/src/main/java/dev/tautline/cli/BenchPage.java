package dev.tautline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A page with a generated section between two marks, all else being people's.
record BenchPage(Path file, String before, String after) {
    private static final String BEGIN = "<!-- bench diagnose: generated from here -->\n";
    private static final String END = "<!-- bench diagnose: to here -->\n";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    /// Looks before the bench, which takes long, whether there will be a place for its result.
    static BenchPage at(Path file) {
        try {
            var text = Files.readString(file);
            int begin = text.indexOf(BEGIN);
            int end = text.indexOf(END);
            if (begin < 0 || end < begin) {
                throw new UsageException("--markdown %s: holds no lines '%s' and '%s', in this order"
                        .formatted(file, BEGIN.strip(), END.strip()));
            }
            return new BenchPage(file, text.substring(0, begin + BEGIN.length()), text.substring(end));
        } catch (IOException unreadable) {
            throw new UsageException("--markdown %s: cannot be read (%s)"
                    .formatted(file, unreadable.getClass().getSimpleName()));
        }
    }

    void write(String command, Instant at, String section) throws IOException {
        var head = "\n`./%s`, ended %s (UTC); Java %s, %d processors, %s %s.\n\n"
                .formatted(
                        command,
                        DAY.format(at),
                        Runtime.version().feature(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"));
        Files.writeString(file, before + head + section + "\n" + after);
    }
}
