package dev.tautline.store.web;

import dev.tautline.store.database.Line;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Accounts and administration have no copy to be made of: while the database is away they say so at once, and while
/// only a standby answers they can be read and not written.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class OutageFilter extends OncePerRequestFilter {
    /// What the error page says to it.
    static final String REASON = OutageFilter.class.getName() + ".reason";

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String READ_ONLY = "outage.read-only";
    private static final String AWAY = "outage.away";

    private final Line buy;
    private final Line browse;
    private final Degradation degradation;

    OutageFilter(Line buy, @Qualifier("browse") Line browse, Degradation degradation) {
        this.buy = buy;
        this.browse = browse;
        this.degradation = degradation;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return buy.isUp() || !ShopPath.of(request).matches("/(account|admin)(/.*)?");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var onStandby = browse.isUp();
        if (onStandby && READING.contains(request.getMethod())) {
            degradation.mark(response, "account", "read-only");
            chain.doFilter(request, response);
            return;
        }
        degradation.mark(response, "account", "refused");
        request.setAttribute(REASON, onStandby ? READ_ONLY : AWAY);
        response.setHeader(HttpHeaders.RETRY_AFTER, ErrorPages.RETRY_AFTER_SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
