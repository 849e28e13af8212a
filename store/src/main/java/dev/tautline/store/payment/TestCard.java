package dev.tautline.store.payment;

import java.util.Arrays;
import java.util.Optional;

/// The cards of the demonstration shop; the words are `card.…` of the bundle. A real provider's form would hand over a
/// token of the same kind.
public enum TestCard {
    ACCEPTED("card-accepted"),
    DECLINED("card-declined"),
    SLOW("card-slow"),
    SILENT("card-silent"),
    LOST("card-lost"),
    BROKEN("card-broken"),
    LATE("card-late"),
    ECHO("card-echo");

    private final String token;

    TestCard(String token) {
        this.token = token;
    }

    public static Optional<TestCard> byToken(String token) {
        return Arrays.stream(values()).filter(card -> card.token.equals(token)).findFirst();
    }

    public String token() {
        return token;
    }
}
