package dev.tautline.lab.fault;

import dev.tautline.lab.Injection;
import java.time.Duration;

/// Something outside that the application waits for, and that is not its database.
public interface PaymentProvider {
    /// Answers so much later until the answer is closed.
    Injection slowedBy(Duration delay);
}
