package dev.tautline.store.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What every implementation of the port must do. `open` opens the intake anew on the same storage, as after a crash:
/// the one opened before was not closed.
interface OrderIntakeContract {
    OrderIntake open();

    @Test
    default void keepsWhatItReceivedOverACrash() {
        var order = TestOrders.order();
        open().receive(order);

        assertThat(open().pending(10)).containsExactly(order);
    }

    @Test
    default void keepsTheFirstOfTwoOrdersOfOneCheckout() {
        var first = TestOrders.order();
        var second = TestOrders.of(first.checkoutId(), "another-token");
        var intake = open();
        intake.receive(first);
        intake.receive(second);

        assertThat(intake.pending(10)).containsExactly(first);
        assertThat(open().pending(10)).containsExactly(first);
    }

    @Test
    default void answersInTheOrderOfReceivingAndNoMoreThanAsked() {
        var orders = TestOrders.some(5);
        var intake = open();
        orders.forEach(intake::receive);

        assertThat(intake.pending(3)).containsExactlyElementsOf(orders.subList(0, 3));
        assertThat(open().pending(9)).containsExactlyElementsOf(orders);
    }

    @Test
    default void findsByTokenAndByCheckout() {
        var order = TestOrders.order();
        var intake = open();
        intake.receive(order);

        assertThat(intake.byToken(order.token())).contains(order);
        assertThat(intake.byCheckout(order.checkoutId())).contains(order);
        assertThat(intake.byToken("nobody's")).isEmpty();
        assertThat(intake.byCheckout(UUID.randomUUID())).isEmpty();
    }

    @Test
    default void forgetsWhatIsSettledAlsoOverACrash() {
        var orders = TestOrders.some(3);
        var intake = open();
        orders.forEach(intake::receive);
        intake.settle(orders.get(1).checkoutId());

        assertThat(intake.pending(9)).containsExactly(orders.get(0), orders.get(2));
        assertThat(intake.byToken(orders.get(1).token())).isEmpty();
        assertThat(open().pending(9)).containsExactly(orders.get(0), orders.get(2));
    }

    @Test
    default void settlingTwiceOrTheUnknownChangesNothing() {
        var order = TestOrders.order();
        var intake = open();
        intake.receive(order);
        intake.settle(UUID.randomUUID());
        intake.settle(order.checkoutId());
        intake.settle(order.checkoutId());

        assertThat(intake.state().depth()).isZero();
        assertThat(open().pending(9)).isEmpty();
    }

    @Test
    default void losesNothingOfManyWhoComeAtOnce() throws Exception {
        var intake = open();
        var orders = TestOrders.some(60);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (var order : orders) {
                all.add(() -> {
                    intake.receive(order);
                    return true;
                });
            }
            for (var done : threads.invokeAll(all)) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(intake.state().depth()).isEqualTo(60);
        assertThat(open().pending(99)).containsExactlyInAnyOrderElementsOf(orders);
    }
}
