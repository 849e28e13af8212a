package dev.tautline.lab.fault;

import java.math.BigDecimal;

/// A part of a whole, above 0 and at most 1; written `5%`.
public record Share(double ofOne) {
    public Share {
        if (!(ofOne > 0 && ofOne <= 1)) {
            throw new IllegalArgumentException("share %s: above 0%% and at most 100%%".formatted(ofOne));
        }
    }

    public static Share percent(double percent) {
        return new Share(percent / 100);
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(ofOne).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
