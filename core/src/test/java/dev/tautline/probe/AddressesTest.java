package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AddressesTest {
    private static final String HOST = "db-1.of-this-test";
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final Resolver slow = host -> {
        asked.incrementAndGet();
        try {
            answered.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 9})};
    };

    /// Who gives up leaves the question where it is, and the next one waits for its answer.
    @Test
    @Timeout(60)
    void asksOnceForANameThatIsNotAnsweredYet() throws Exception {
        assertThatThrownBy(() -> Addresses.of(HOST, slow, Deadline.after(Duration.ofMillis(50))))
                .isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> Addresses.of(HOST, slow, Deadline.after(Duration.ofMillis(50))))
                .isInstanceOf(TimeoutException.class);
        assertThat(asked).hasValue(1);
        answered.countDown();

        assertThat(Addresses.of(HOST, slow, Deadline.after(ENOUGH)).all()).hasSize(1);
    }

    @Test
    @Timeout(60)
    void asksAnewWhenItWasAnswered() throws Exception {
        answered.countDown();

        Addresses.of(HOST, slow, Deadline.after(ENOUGH));
        Addresses.of(HOST, slow, Deadline.after(ENOUGH));

        assertThat(asked).hasValue(2);
    }
}
