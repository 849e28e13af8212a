package dev.tautline.store.simulator;

import java.util.Arrays;
import java.util.Optional;

/// How the bank behind a card token behaves.
enum Behaviour {
    ACCEPTED("card-accepted"),
    DECLINED("card-declined"),
    /// Works, after a second and a half.
    SLOW("card-slow"),
    /// Charges or refunds, and never answers the call that did it.
    SILENT("card-silent"),
    /// Neither charges nor answers.
    LOST("card-lost"),
    /// Fails the first time, works the second.
    BROKEN("card-broken"),
    /// Charges four seconds after it was asked, when nobody waits any more.
    LATE("card-late"),
    /// Tells by webhook before it answers, and tells the same again when more has happened.
    ECHO("card-echo");

    private final String token;

    Behaviour(String token) {
        this.token = token;
    }

    static Optional<Behaviour> byToken(String token) {
        return Arrays.stream(values())
                .filter(behaviour -> behaviour.token.equals(token))
                .findFirst();
    }
}
