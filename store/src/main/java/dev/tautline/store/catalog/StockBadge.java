package dev.tautline.store.catalog;

/// What the shop says about the quantity that can be sold now. The words are `badge.…` of the bundle.
public enum StockBadge {
    IN_STOCK("in"),
    FEW_LEFT("few"),
    SOLD_OUT("out");

    // Below this a customer should hurry; it is the shop's choice, not a limit.
    private static final int FEW = 5;

    private final String style;

    StockBadge(String style) {
        this.style = style;
    }

    static StockBadge of(int available) {
        if (available <= 0) {
            return SOLD_OUT;
        }
        return available <= FEW ? FEW_LEFT : IN_STOCK;
    }

    public String style() {
        return style;
    }
}
