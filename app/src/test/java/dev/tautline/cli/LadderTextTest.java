package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.Deadline;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.StepTimeouts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class LadderTextTest {
    private static final int WIDTH = 70;

    @Test
    void breaksWordsForATerminalAndNeverACommand() throws IOException {
        var refused = refused();

        assertThat(lines(refused, true))
                .filteredOn(line -> !line.startsWith("  Next"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH))
                .anySatisfy(line -> assertThat(line).matches(" {15}\\S.*"));
        assertThat(lines(refused, true))
                .filteredOn(line -> line.startsWith("  Next"))
                .singleElement()
                .asString()
                .contains("# on 127.0.0.1: who listens, where, on which port");
    }

    @Test
    void leavesLinesWholeForAFile() throws IOException {
        assertThat(lines(refused(), false))
                .filteredOn(line -> line.startsWith("  Cause"))
                .singleElement()
                .asString()
                .contains("127.0.0.1 answered that", "a firewall refuses in its name.");
    }

    private static List<String> lines(LadderResult result, boolean isBroken) {
        var out = new StringWriter();
        new LadderText(new PrintWriter(out), new Screen(Ansi.OFF, WIDTH), isBroken).print(result);
        return out.toString().lines().toList();
    }

    private static LadderResult refused() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        var ladder = new Ladder(Clock.systemUTC(), StepTimeouts.each(StepTimeouts.DEFAULT), Resolver.system());
        return ladder.climb(ProbeTarget.of("127.0.0.1", free, "shop", "app"), Deadline.after(Duration.ofSeconds(10)));
    }
}
