package dev.tautline.store.checkout;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Finishes what requests left behind: an answer that never came, a database that went away between payment and
/// confirmation, a hold that ran out. Several shops may run one each; leases keep them apart.
@Component
class Janitor {
    private static final Logger log = LoggerFactory.getLogger(Janitor.class);
    // At once, so few enough to leave most of the pool to customers.
    private static final int BATCH = 4;

    private final Payments payments;
    private final Settlement settlement;
    private final RefundSettlement refunds;

    Janitor(Payments payments, Settlement settlement, RefundSettlement refunds) {
        this.refunds = refunds;
        this.payments = payments;
        this.settlement = settlement;
    }

    /// One round. Fails when the database does; one payment's failure does not touch the others.
    void settleDue() {
        var due = payments.leaseDue(BATCH);
        var dueBack = refunds.leaseDue(BATCH);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(payment -> workers.execute(() -> settle("Payment", payment, settlement::advance)));
            dueBack.forEach(refund -> workers.execute(() -> settle("Refund", refund, refunds::finish)));
        }
    }

    private static void settle(String what, UUID id, Consumer<UUID> work) {
        try {
            work.accept(id);
        } catch (RuntimeException failed) {
            log.warn("{} {} could not be settled now and will be looked at again: {}", what, id, failed.toString());
        }
    }
}
