package dev.tautline.store.web;

import jakarta.servlet.http.HttpServletRequest;

/// What a request asks for within the shop, whatever the shop is mounted below: `/c/rope`, in each language.
public final class ShopPath {
    private ShopPath() {}

    public static String of(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
