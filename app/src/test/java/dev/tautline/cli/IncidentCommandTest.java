package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.net.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Against a guard that runs, and after it was killed.
class IncidentCommandTest {
    @TempDir
    private Path folder;

    @Test
    void takesAnIncidentInHandThroughTheGuardAndReadsItWhenNoneRuns() throws IOException, InterruptedException {
        var file = tautFile();
        String id;
        try (var guard = GuardProgram.start(file, Map.of())) {
            id = guard.api("/api/incidents", list -> !list.isEmpty())
                    .get(0)
                    .get("id")
                    .stringValue();
            assertThat(run(file, "list").out()).contains(id, "open", "high");

            var taken = run(file, "ack", "last", "--by", "Ada", "looking at db-1");
            assertThat(taken.code()).as(taken.err()).isZero();
            assertThat(taken.out()).isEqualTo(id + " is acknowledged" + System.lineSeparator());
            assertThat(run(file, "note", id, "--by", "Ada", "port", "was", "wrong")
                            .code())
                    .isZero();
            assertThat(run(file, "mitigate", id, "--by", "Ada").out()).contains("is mitigated");
            assertThat(run(file, "ack", "20200101-000000").code()).isEqualTo(ExitCode.USAGE);
            assertThat(Files.getPosixFilePermissions(folder.resolve("state/guard.json")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            guard.kill();
        }
        var shown = run(file, "show", "last");
        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains(id + ", mitigated, severity high", "Taken by     Ada", "acknowledged by Ada: looking at db-1")
                .contains("Ada: port was wrong");
        assertThat(run(file, "list", "--open").out()).contains(id);
        assertThat(JsonMapper.shared()
                        .readTree(run(file, "show", id, "--format", "json").out())
                        .at("/handling/acknowledged/by")
                        .stringValue())
                .isEqualTo("Ada");
        assertThat(run(file, "note", id, "late").code()).isEqualTo(ExitCode.CANNOT_TELL);
        assertThat(CommandRun.of("postmortem", "last", "--config", file.toString())
                        .out())
                .startsWith("# Postmortem: ")
                .contains("acknowledged by Ada");
        try (var guard = GuardProgram.start(file, Map.of())) {
            guard.api("/api/incidents", list -> !list.isEmpty());
            assertThat(run(file, "list").out()).contains(id).contains("mitigated");
        }
    }

    @Test
    void saysWhereItLookedWhenThereIsNoGuardAndNoHistory() throws IOException {
        var run = run(tautFile(), "list");

        assertThat(run.code()).isEqualTo(ExitCode.CANNOT_TELL);
        assertThat(run.err()).contains(folder.resolve("state") + ": no guard has kept a history there");
        assertThat(CommandRun.of("incident", "list", "--config", "absent.yaml").code())
                .isEqualTo(ExitCode.USAGE);
    }

    private static CommandRun run(Path file, String... arguments) {
        var all = new String[arguments.length + 3];
        all[0] = "incident";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--config";
        all[arguments.length + 2] = file.toString();
        return CommandRun.of(all);
    }

    private Path tautFile() throws IOException {
        int port = new FreePorts(new Random()).next(InetAddress.getLoopbackAddress());
        return Files.writeString(folder.resolve("taut.yaml"), """
                history:
                  folder: state
                targets:
                  - name: db-1
                    url: jdbc:postgresql://127.0.0.1:%d/shop
                    user: tautline
                """.formatted(port));
    }
}
