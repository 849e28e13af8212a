package dev.tautline.store.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.store.order.OrderState;
import dev.tautline.store.payment.PaymentState;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderFactsTest {

    @Test
    void aPaidOrderCanBeShippedCancelledAndRefunded() {
        var paid = facts(OrderState.CONFIRMED, false, PaymentState.CAPTURED, 0);

        assertThat(paid.mayShip() && paid.mayCancel() && paid.mayRefund()).isTrue();
    }

    @Test
    void whatIsOnItsWayCanBeRefundedAndNothingElse() {
        var shipped = facts(OrderState.CONFIRMED, true, PaymentState.CAPTURED, 300);

        assertThat(shipped.mayShip() || shipped.mayCancel()).isFalse();
        assertThat(shipped.mayRefund()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(PaymentState.class)
    void moneyThatWasNotTakenIsNeitherGivenBackNorShippedFor(PaymentState payment) {
        var order = facts(OrderState.CONFIRMED, false, payment, 0);

        assertThat(order.mayRefund()).isEqualTo(payment == PaymentState.CAPTURED);
        assertThat(order.mayShip()).isEqualTo(payment == PaymentState.CAPTURED);
    }

    @Test
    void nothingIsGivenBackTwiceOrShippedForNothing() {
        var all = facts(OrderState.CONFIRMED, false, PaymentState.CAPTURED, 1000);

        assertThat(all.mayRefund() || all.mayShip()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(PaymentState.class)
    void whatCameToNothingStaysSo(PaymentState payment) {
        assertThat(facts(OrderState.CANCELLED, false, payment, 0).mayCancel()).isFalse();
        assertThat(facts(OrderState.REJECTED, false, payment, 0).mayCancel()).isFalse();
        assertThat(facts(OrderState.CANCELLED, false, payment, 0).mayShip()).isFalse();
    }

    private static OrderFacts facts(OrderState state, boolean shipped, PaymentState payment, long refunded) {
        return new OrderFacts(new UUID(0, 1), 10001, state, shipped, new UUID(0, 2), payment, 1000, refunded);
    }
}
