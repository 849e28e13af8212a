package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Guests;
import dev.tautline.lab.fault.Lab;

/// Somebody else holds all connections that the server gives to others than superusers (53300).
public record ConnectionSlotsTaken() implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var guests = Guests.on(lab.cluster().primary(), "nightly-export");
        guests.keepFull(lab.application().database());
        return Injection.healedBy(guests::close);
    }
}
