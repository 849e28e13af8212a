package dev.tautline.store.checkout;

import dev.tautline.store.database.Line;
import dev.tautline.store.database.Unavailable;
import dev.tautline.store.intake.OrderIntake;
import dev.tautline.store.intake.ReceivedOrder;
import dev.tautline.store.order.EndReason;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Places what was received while the database was away, oldest first, by the same idempotent path as any order:
/// however often one is replayed, its checkout has one order. Each ends placed, and then as its payment ends, or
/// rejected.
final class IntakeReplay {
    private static final Logger log = LoggerFactory.getLogger(IntakeReplay.class);
    private static final int BATCH = 50;

    private final OrderIntake intake;
    private final PlaceOrder placeOrder;
    private final Settlement settlement;
    private final Line line;
    private final Duration quoteStands;
    private final InstantSource clock;

    IntakeReplay(
            OrderIntake intake,
            PlaceOrder placeOrder,
            Settlement settlement,
            Line line,
            Duration quoteStands,
            InstantSource clock) {
        this.intake = intake;
        this.placeOrder = placeOrder;
        this.settlement = settlement;
        this.line = line;
        this.quoteStands = quoteStands;
        this.clock = clock;
    }

    /// One round. Ends early when the database is away; one order's defect does not keep the others.
    void placeReceived() {
        if (!line.isUp()) {
            return;
        }
        for (var received : intake.pending(BATCH)) {
            try {
                place(received);
            } catch (RuntimeException failed) {
                if (Unavailable.is(failed)) {
                    throw failed;
                }
                log.error(
                        "The order of checkout {} could not be placed and stays in the journal",
                        received.checkoutId(),
                        failed);
            }
        }
    }

    private void place(ReceivedOrder received) {
        if (received.at().isBefore(clock.instant().minus(quoteStands))) {
            reject(received, EndReason.QUOTE_LAPSED);
            return;
        }
        switch (placeOrder.place(received)) {
            case PlaceOrder.Outcome.Placed(var ignored, var payment) -> placed(received, payment);
            case PlaceOrder.Outcome.Already ignored -> intake.settle(received.checkoutId());
            case PlaceOrder.Outcome.Changed ignored -> reject(received, EndReason.NO_LONGER_SOLD);
            case PlaceOrder.Outcome.TooLittleStock ignored -> reject(received, EndReason.SOLD_MEANWHILE);
            // Never at another price than was agreed to.
            case PlaceOrder.Outcome.PromoGone ignored -> reject(received, EndReason.PROMO_GONE);
        }
    }

    /// Settled before the payment is advanced: from here on the order lives in the database, and the janitor with it.
    private void placed(ReceivedOrder received, UUID payment) {
        intake.settle(received.checkoutId());
        log.info("Checkout {} was placed from the journal", received.checkoutId());
        settlement.advance(payment);
    }

    private void reject(ReceivedOrder received, EndReason reason) {
        placeOrder.reject(received, reason);
        intake.settle(received.checkoutId());
        log.info("Checkout {} was rejected from the journal: {}", received.checkoutId(), reason);
    }
}
