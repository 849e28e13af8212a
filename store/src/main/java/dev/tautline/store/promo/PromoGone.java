package dev.tautline.store.promo;

/// The code has ended or was used as often as it may be. Rolls the order back that wanted it.
public final class PromoGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PromoGone(String code) {
        super("promotion code " + code + " does not hold", null, false, false);
    }
}
