package dev.tautline.store.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// Prepares what every page has in common. What it puts into the request, templates find even when the page is an
/// error.

public abstract class PageFilter extends OncePerRequestFilter {
    private static final Set<String> NO_PAGES = Set.of(
            "css", "pictures", "icons", "favicon.ico", "webhooks", "webjars", "api", "robots.txt", "sitemap.xml");

    protected abstract void prepare(HttpServletRequest request, HttpServletResponse response);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = ShopPath.of(request).split("/", 3);
        return path.length > 1 && NO_PAGES.contains(path[1]);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        prepare(request, response);
        chain.doFilter(request, response);
    }
}
