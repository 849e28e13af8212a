package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultStreamTest {
    private final List<IOException> failures = new ArrayList<>();

    @Test
    void passesBytesOn() {
        var sink = new ByteArrayOutputStream();
        try (var out = printer(new ResultStream(sink, failures::add))) {
            out.print("a·b");
        }
        assertThat(sink.toString(StandardCharsets.UTF_8)).isEqualTo("a·b");
        assertThat(failures).isEmpty();
    }

    @Test
    void reportsTheFirstFailureAndDropsTheRest() {
        var stream = new ResultStream(new NobodyReads(), failures::add);
        var out = printer(stream);
        out.println("one");
        out.println("two");
        assertThat(failures).singleElement().satisfies(e -> assertThat(e).hasMessage("Broken pipe"));
        assertThat(stream.failure()).contains(failures.getFirst());
    }

    private static PrintStream printer(OutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private static final class NobodyReads extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
