package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.ProbeTarget;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StepProgressTest {
    private static final ProbeTarget FIRST = ProbeTarget.of("db-1", 5432, "shop", "app");
    private static final ProbeTarget SECOND = ProbeTarget.of("db-2", 5432, "shop", "app");

    private final StringWriter shown = new StringWriter();
    private final AtomicLong now = new AtomicLong();
    private final StepProgress progress = new StepProgress(new PrintWriter(shown), now::get);

    @Test
    void namesTheStepThatTakesLongAndErasesItInTheEnd() {
        progress.begins(FIRST, "connect");
        pass(Duration.ofMillis(1_700));
        progress.look();
        assertThat(shown.toString()).endsWith("\r\u001b[K  connect … 1 s  db-1:5432");

        progress.close();
        assertThat(shown.toString()).endsWith("\r\u001b[K");
    }

    @Test
    void isSilentAsLongAsStepsAreQuick() {
        for (var step : new String[] {"resolve", "connect", "tls"}) {
            progress.begins(FIRST, step);
            pass(Duration.ofMillis(400));
            progress.look();
        }
        progress.ends(FIRST);
        pass(Duration.ofSeconds(9));
        progress.look();
        progress.close();

        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void ofSeveralHostsNamesTheOneThatHasTakenLongest() {
        progress.begins(FIRST, "tls");
        pass(Duration.ofMillis(200));
        progress.begins(SECOND, "connect");
        pass(Duration.ofMillis(600));
        progress.look();
        assertThat(shown.toString()).endsWith("tls …  db-1:5432");

        progress.ends(FIRST);
        progress.look();
        assertThat(shown.toString()).endsWith("connect …  db-2:5432");
    }

    @Test
    void fitsOnOneLine() {
        var host = "db.".repeat(60);
        progress.begins(ProbeTarget.of(host, 5432, "shop", "app"), "connect");
        pass(Duration.ofSeconds(1));
        progress.look();

        assertThat(shown.toString().replace("\r\u001b[K", "")).hasSizeLessThan(80);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
