package dev.tautline.store.stock;

/// There is less on the shelf than was asked for. Rolls the transaction back.
public final class SoldOut extends RuntimeException {
    public SoldOut(String sku) {
        super("not enough of " + sku + " on the shelf");
    }
}
