package dev.tautline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/// The review of `taut check` for the dashboard, as the JSON that the command itself prints.
final class WatchFindings {
    private WatchFindings() {}

    static String of(Path path) {
        var paths = List.of(path);
        var policy = new PolicyOptions().read(paths);
        var read = policy.config().facts().with(new ReadOptions().read(paths, List.of()));
        var text = new StringWriter();
        new CheckJson().render(new CheckOutcome(policy.review(read), read), new PrintWriter(text, true));
        return text.toString();
    }
}
