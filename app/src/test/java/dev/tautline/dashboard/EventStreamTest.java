package dev.tautline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EventStreamTest {
    private final EventStream stream = new EventStream();

    @Test
    void dropsAReaderThatFallsBehindAndNeverWaitsForIt() throws Exception {
        var stuck = new Stuck();
        var reader = Thread.startVirtualThread(() -> stream.serve("{}", stuck, () -> true));
        assertThat(stuck.reached.await(5, TimeUnit.SECONDS)).isTrue();

        for (int second = 0; second < EventStream.MOST_WAITING; second++) {
            stream.publish("{}");
        }
        assertThat(stream.readers()).isEqualTo(1);
        stream.publish("{}");

        assertThat(stream.readers()).isZero();
        assertThat(reader.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void endsItsReadersWhenClosed() throws Exception {
        var stuck = new Stuck();
        var reader = Thread.startVirtualThread(() -> stream.serve("{}", stuck, () -> true));
        assertThat(stuck.reached.await(5, TimeUnit.SECONDS)).isTrue();

        stream.close();

        assertThat(reader.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void writesTheStateAsOneEvent() throws Exception {
        var written = new ByteArrayOutputStream();
        var first = new CountDownLatch(1);
        var reader = Thread.startVirtualThread(() -> stream.serve(
                "{\"a\":1}",
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        written.write(b);
                    }

                    @Override
                    public void flush() {
                        first.countDown();
                    }
                },
                () -> true));
        assertThat(first.await(5, TimeUnit.SECONDS)).isTrue();
        stream.close();

        assertThat(reader.join(Duration.ofSeconds(5))).isTrue();
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("event: state\ndata: {\"a\":1}\n\n");
    }

    /// A browser that takes nothing any more.
    private static final class Stuck extends OutputStream {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public void write(int b) throws InterruptedIOException {
            reached.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException("dropped");
            }
        }
    }
}
