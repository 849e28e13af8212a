package dev.tautline.store.catalog;

/// What the shop says about the quantity that can be sold now.
public enum StockBadge {
    IN_STOCK("In stock", "in"),
    FEW_LEFT("Only a few left", "few"),
    SOLD_OUT("Sold out", "out");

    // Below this a customer should hurry; it is the shop's choice, not a limit.
    private static final int FEW = 5;

    private final String title;
    private final String style;

    StockBadge(String title, String style) {
        this.title = title;
        this.style = style;
    }

    static StockBadge of(int available) {
        if (available <= 0) {
            return SOLD_OUT;
        }
        return available <= FEW ? FEW_LEFT : IN_STOCK;
    }

    public String title() {
        return title;
    }

    public String style() {
        return style;
    }
}
