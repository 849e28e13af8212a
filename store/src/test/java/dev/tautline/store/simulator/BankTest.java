package dev.tautline.store.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BankTest {
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private final Ledger ledger = new Ledger(() -> Instant.EPOCH);
    private final Bank bank = new Bank(ledger);

    @Test
    void authorisesAnIdOnceHoweverOftenItIsAsked() {
        bank.authorise(ID, 990, Behaviour.ACCEPTED);
        bank.authorise(ID, 990, Behaviour.ACCEPTED);

        assertThat(ledger.after(0, 10)).hasSize(1);
    }

    @Test
    void refusesAnIdThatIsKnownWithAnotherAmount() {
        bank.authorise(ID, 990, Behaviour.ACCEPTED);

        assertThat(bank.authorise(ID, 991, Behaviour.ACCEPTED)).isEmpty();
    }

    @Test
    void declinesTheEmptyCardAndWhatIsTooMuch() {
        assertThat(bank.authorise(ID, 990, Behaviour.DECLINED).orElseThrow().state())
                .isEqualTo(Account.State.DECLINED);
        assertThat(bank.authorise(UUID.randomUUID(), 1_000_001, Behaviour.ACCEPTED)
                        .orElseThrow()
                        .state())
                .isEqualTo(Account.State.DECLINED);
    }

    @Test
    void capturesOnceAndOnlyWhatIsAuthorised() {
        bank.authorise(ID, 990, Behaviour.ACCEPTED);
        bank.capture(ID);
        bank.capture(ID);

        assertThat(ledger.after(0, 10))
                .extracting(Ledger.Entry::state)
                .containsExactly(Account.State.AUTHORISED, Account.State.CAPTURED);
        assertThat(bank.cancel(ID).state()).isEqualTo(Account.State.CAPTURED);
    }

    @Test
    void givesBackOncePerRefundAndNeverMoreThanWasTaken() {
        var refund = new UUID(0, 7);
        bank.authorise(ID, 990, Behaviour.ACCEPTED);
        assertThat(bank.refund(ID, refund, 400)).as("before it was captured").isEmpty();
        bank.capture(ID);

        assertThat(bank.refund(ID, refund, 400)).hasValue(Refunds.Outcome.DONE);
        assertThat(bank.refund(ID, refund, 400)).hasValue(Refunds.Outcome.DONE_BEFORE);
        assertThat(bank.refund(ID, refund, 300)).hasValue(Refunds.Outcome.OTHER);
        assertThat(bank.refund(ID, new UUID(0, 8), 591)).hasValue(Refunds.Outcome.TOO_MUCH);
        assertThat(bank.refund(ID, new UUID(0, 9), 590)).hasValue(Refunds.Outcome.DONE);
        assertThat(ledger.after(2, 10))
                .extracting(Ledger.Entry::state, Ledger.Entry::amountMinor)
                .containsExactly(tuple(Account.State.REFUNDED, 400L), tuple(Account.State.REFUNDED, 590L));
    }

    @Test
    void aVoidThatComesFirstKeepsALateChargeFromHappening() {
        bank.cancel(ID);

        assertThat(bank.authorise(ID, 990, Behaviour.ACCEPTED).orElseThrow().state())
                .isEqualTo(Account.State.VOIDED);
    }

    @Test
    void theLedgerIsReadInParts() {
        bank.authorise(ID, 990, Behaviour.ACCEPTED);
        bank.capture(ID);

        assertThat(ledger.after(1, 10)).extracting(Ledger.Entry::sequence).containsExactly(2L);
        assertThat(ledger.after(7, 10)).isEmpty();
    }
}
