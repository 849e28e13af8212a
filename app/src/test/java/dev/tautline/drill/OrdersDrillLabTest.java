package dev.tautline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.stage.TautHome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One seed of the drill, whole: real processes, real mishaps, and the checker. More seeds: `taut drill orders`.
@Tag("lab")
@Tag("alone")
class OrdersDrillLabTest {
    /// Kills the shop, crashes the primary and cuts connections in all three ways.
    private static final long SEED = 1;

    @Test
    @Timeout(400)
    void keepsEveryPromiseUnderTheMishapsOfASeed() {
        var printed = new StringWriter();
        var report = new DrillReport(new PrintWriter(printed));
        Consumer<String> tell = System.out::println;
        try (var drill = new OrdersDrill(TautHome.find(System.getProperties()), tell)) {
            report.head();
            var result = drill.run(SEED);
            report.add(result);

            assertThat(result.attempts()).as("orders that were sent").hasSizeGreaterThan(10);
            assertThat(result.deeds()).as("what clerks wanted to do").isNotEmpty();
            assertThat(result.mishaps()).as("what went wrong").isNotEmpty();
        }

        assertThat(report.end()).as(printed.toString()).isTrue();
        System.out.println(printed);
    }
}
