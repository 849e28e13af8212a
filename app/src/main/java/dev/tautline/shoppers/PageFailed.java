package dev.tautline.shoppers;

import java.io.IOException;

/// A page that a shopper asked for and did not get.
final class PageFailed extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    PageFailed(String path, int status) {
        super(path + " answered " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
