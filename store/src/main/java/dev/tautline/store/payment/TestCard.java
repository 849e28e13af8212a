package dev.tautline.store.payment;

import java.util.Arrays;
import java.util.Optional;

/// The cards of the demonstration shop. A real provider's form would hand over a token of the same kind.
public enum TestCard {
    ACCEPTED("card-accepted", "Demonstration card", "is always accepted"),
    DECLINED("card-declined", "Empty card", "the bank says no"),
    SLOW("card-slow", "Slow bank", "answers after a second and a half"),
    SILENT("card-silent", "Silent bank", "charges, then forgets to answer"),
    LOST("card-lost", "Lost call", "the request never reaches the bank, nor does an answer come"),
    BROKEN("card-broken", "Broken bank", "fails once, then works"),
    LATE("card-late", "Late bank", "charges when nobody waits for it any more"),
    ECHO("card-echo", "Talkative bank", "tells before it answers, and again later");

    private final String token;
    private final String title;
    private final String behaviour;

    TestCard(String token, String title, String behaviour) {
        this.token = token;
        this.title = title;
        this.behaviour = behaviour;
    }

    public static Optional<TestCard> byToken(String token) {
        return Arrays.stream(values()).filter(card -> card.token.equals(token)).findFirst();
    }

    public String token() {
        return token;
    }

    public String title() {
        return title;
    }

    public String behaviour() {
        return behaviour;
    }
}
