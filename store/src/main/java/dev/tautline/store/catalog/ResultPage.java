package dev.tautline.store.catalog;

import java.util.List;

/// One page of a longer list. Pages count from 1.
record ResultPage<T>(List<T> items, int number, int total, int size) {
    /// The part of a whole list that is on one page.
    static <T> ResultPage<T> of(List<T> all, int number, int size) {
        var from = (int) Math.min(all.size(), Math.multiplyFull(number - 1, size));
        return new ResultPage<>(all.subList(from, Math.min(all.size(), from + size)), number, all.size(), size);
    }

    public int pages() {
        return Math.max(1, Math.ceilDiv(total, size));
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < pages();
    }

    /// A page number beyond the end exists as little as a product that was never sold.
    boolean exists() {
        return number <= pages();
    }
}
