package dev.tautline.store.web;

import dev.tautline.store.database.Errand;
import dev.tautline.store.database.GateProperties;
import dev.tautline.store.database.Lane;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says of each request what it is for and by when its answer must be there; the gates before the pools go by that.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class ErrandFilter extends OncePerRequestFilter {
    private final GateProperties properties;

    ErrandFilter(GateProperties properties) {
        this.properties = properties;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var lane = laneOf(ShopPath.of(request));
        try {
            Errand.in(lane, properties.deadline().of(lane)).call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    static Lane laneOf(String path) {
        if (path.equals("/checkout/place")
                || path.equals("/api/v1/orders")
                || path.startsWith("/checkout/return")
                || path.startsWith("/webhooks/")) {
            return Lane.BUY;
        }
        return path.startsWith("/admin") || path.startsWith("/account") ? Lane.ADMIN : Lane.BROWSE;
    }
}
