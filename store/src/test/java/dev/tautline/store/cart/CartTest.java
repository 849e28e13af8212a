package dev.tautline.store.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartTest {
    private static final Cart TWO =
            new Cart(List.of(new Cart.Line("RIG-BOW-06", 2, 990), new Cart.Line("ROP-MAN-10", 1, 3490)));

    @Test
    void whatIsWrittenIsRead() {
        assertThat(CartText.read(CartText.write(TWO))).contains(TWO);
        assertThat(CartText.read(CartText.write(Cart.EMPTY))).contains(Cart.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2|RIG-BOW-06:1:990", "1|RIG-BOW-06:0:990", "1|rig:1:1", "1|A:1", "1|RIG-BOW-06:100:1", "1|,"
            })
    void otherTextIsNoBasket(String text) {
        assertThat(CartText.read(text)).isEmpty();
    }

    @Test
    void aBasketWithTooManyLinesIsNoBasket() {
        var lines = IntStream.rangeClosed(0, Cart.MOST_LINES)
                .mapToObj(number -> new Cart.Line("SKU-" + number, 1, 1))
                .toList();

        assertThat(CartText.read(CartText.write(new Cart(lines)))).isEmpty();
    }

    @Test
    void addingTheSameArticleAddsUpToTheLimit() {
        assertThat(TWO.add("RIG-BOW-06", 3, 990).lines().getFirst().quantity()).isEqualTo(5);
        assertThat(TWO.add("RIG-BOW-06", 99, 990).lines().getFirst().quantity()).isEqualTo(Cart.MOST_OF_ONE);
    }

    @Test
    void zeroTakesALineOut() {
        assertThat(TWO.with("RIG-BOW-06", 0, 0).lines())
                .extracting(Cart.Line::sku)
                .containsExactly("ROP-MAN-10");
    }
}
