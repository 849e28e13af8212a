package dev.tautline.store.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Takes orders when the database cannot. The promise: what `receive` returned from is never lost, also when this
/// process is killed in the next moment, and stays `pending` until it is settled. An implementation must pass
/// `OrderIntakeContract`. Thread-safe.
public interface OrderIntake extends AutoCloseable {

    /// Durable when this returns. A checkout that is pending already stays as it was received first.
    ///
    /// @throws IntakeRefused when it could not be made durable; the customer must not be told that it was received
    void receive(ReceivedOrder order);

    /// What waits to be placed, the oldest first.
    List<ReceivedOrder> pending(int most);

    Optional<ReceivedOrder> byToken(String token);

    Optional<ReceivedOrder> byCheckout(UUID checkout);

    /// The order has come to its end elsewhere and is forgotten here. Settling what is not pending changes nothing.
    /// After a crash it may be pending once more: placing it must be idempotent.
    ///
    /// @throws IntakeRefused when that could not be written down; it is then still pending
    void settle(UUID checkout);

    State state();

    /// @param depth orders that wait
    /// @param unreadable records that are whole but sealed with a key this instance was not given
    /// @param damagedBytes what a crash or a disk left that is no record; kept aside
    /// @param accepts whether another order would be taken
    /// @param reason why not, in words; empty when it would
    record State(int depth, int unreadable, long damagedBytes, boolean accepts, String reason) {}

    @Override
    void close();
}
