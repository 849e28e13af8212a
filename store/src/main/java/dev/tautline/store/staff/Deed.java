package dev.tautline.store.staff;

import dev.tautline.store.web.ShopTime;

/// An entry of the log as pages print it.
public record Deed(AuditLog.Entry entry, ShopTime.Printed at) {

    public static Deed of(AuditLog.Entry entry, ShopTime time) {
        return new Deed(entry, time.of(entry.at()));
    }
}
