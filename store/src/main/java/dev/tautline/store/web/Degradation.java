package dev.tautline.store.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/// Says of an answer that it is not what the shop would give with its database well: in a header, and as the counter
/// `chandlery.degraded.answers`. The customer hardly notices; whoever watches must.
@Component
public class Degradation {
    public static final String HEADER = "Chandlery-Degraded";

    private final MeterRegistry meters;

    Degradation(MeterRegistry meters) {
        this.meters = meters;
    }

    /// Before the answer is written.
    ///
    /// @param part what is degraded, such as `catalogue`
    /// @param way what it was replaced by, such as `snapshot`
    public void mark(HttpServletResponse response, String part, String way) {
        response.addHeader(HEADER, part + "=" + way);
        meters.counter("chandlery.degraded.answers", "part", part, "way", way).increment();
    }
}
