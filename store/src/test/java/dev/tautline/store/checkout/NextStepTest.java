package dev.tautline.store.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.store.order.OrderState;
import dev.tautline.store.payment.PaymentState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NextStepTest {

    @ParameterizedTest
    @CsvSource({
        "PENDING_PAYMENT, NEW, true, AUTHORISE",
        "PENDING_PAYMENT, NEW, false, GIVE_UP",
        "PENDING_PAYMENT, AUTHORISING, true, ASK",
        "PENDING_PAYMENT, UNKNOWN, true, ASK",
        "PENDING_PAYMENT, UNKNOWN, false, ASK",
        "CONFIRMED, AUTHORISED, true, CAPTURE",
        "CONFIRMED, CAPTURING, false, CAPTURE",
        "CONFIRMED, CAPTURED, true, NOTHING",
        "CANCELLED, AUTHORISED, false, VOID",
        "CANCELLED, UNKNOWN, false, VOID",
        "CANCELLED, NEW, false, VOID",
        "CANCELLED, DECLINED, false, NOTHING",
        "CANCELLED, VOIDED, false, NOTHING"
    })
    void followsFromOrderPaymentAndHolds(OrderState order, PaymentState payment, boolean holdsStand, NextStep step) {
        assertThat(NextStep.of(order, payment, holdsStand)).isEqualTo(step);
    }

    @ParameterizedTest
    @EnumSource(PaymentState.class)
    void neverTakesMoneyForAnOrderThatIsNotConfirmed(PaymentState payment) {
        assertThat(NextStep.of(OrderState.PENDING_PAYMENT, payment, true)).isNotEqualTo(NextStep.CAPTURE);
        assertThat(NextStep.of(OrderState.CANCELLED, payment, false))
                .isNotIn(NextStep.CAPTURE, NextStep.AUTHORISE, NextStep.ASK);
    }

    @ParameterizedTest
    @EnumSource(PaymentState.class)
    void neverGivesUpAConfirmedOrder(PaymentState payment) {
        assertThat(NextStep.of(OrderState.CONFIRMED, payment, false)).isIn(NextStep.CAPTURE, NextStep.NOTHING);
    }
}
