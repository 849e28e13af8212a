package dev.tautline.store.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Tells the browser what a page of this shop may do: load from here, send forms to here, run no inline code, stand in
/// no frame.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SafetyHeaders extends OncePerRequestFilter {
    private static final String POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self';"
            + " connect-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        // An order's address is its key: it must not travel to other sites in a Referer.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        // Pages show a visitor's basket or address; what may be kept says so itself.
        response.setHeader("Cache-Control", "no-store");
        chain.doFilter(request, response);
    }
}
