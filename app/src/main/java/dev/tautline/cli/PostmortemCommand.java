package dev.tautline.cli;

import dev.tautline.control.GuardUnreachable;
import dev.tautline.history.HistoryUnusable;
import dev.tautline.history.series.SeriesReader;
import dev.tautline.incident.Postmortem;
import dev.tautline.postmortem.PostmortemPage;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `taut postmortem`: the draft, from what was recorded.
@InGroup(CommandGroup.RUN)
@Command(
        name = "postmortem",
        mixinStandardHelpOptions = true,
        description = "Draft the postmortem of an incident from what was recorded.",
        footer = {"", "Exit code: 0 printed, 2 unusable input or no such incident, 3 no guard and no", "history there."
        })
final class PostmortemCommand implements Callable<Integer> {
    /// The forms of a postmortem.
    enum Format {
        MARKDOWN,
        HTML,
        JSON;

        @Override
        public String toString() {
            return Lowercase.of(this);
        }
    }

    @Parameters(paramLabel = "ID", description = "The incident, or 'last'.")
    private String id = IncidentAccess.LAST;

    @Mixin
    private GuardPlace place = new GuardPlace();

    @Option(
            names = "--format",
            defaultValue = "markdown",
            description = "How to print it: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.MARKDOWN;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            var incident = new IncidentAccess(place.folder()).one(id);
            var out = spec.commandLine().getOut();
            switch (format) {
                case MARKDOWN -> out.print(Postmortem.of(incident));
                case HTML -> out.print(PostmortemPage.of(incident, SeriesReader.in(place.folder()), Instant.now()));
                case JSON -> out.println(JsonMapper.shared().writeValueAsString(incident));
            }
            out.flush();
            return ExitCode.CLEAN;
        } catch (HistoryUnusable | GuardUnreachable e) {
            spec.commandLine().getErr().println("taut postmortem: " + e.getMessage());
            return ExitCode.CANNOT_TELL;
        }
    }
}
