package dev.tautline.store.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// Puts something that every page shows into the request, where templates find it even when the page is an error.
/// Pictures and style sheets pass untouched.
public abstract class PageFilter extends OncePerRequestFilter {
    private static final Set<String> NO_PAGES = Set.of("css", "pictures", "icons", "favicon.ico");

    protected abstract void prepare(HttpServletRequest request);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI().split("/", 3);
        return path.length > 1 && NO_PAGES.contains(path[1]);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        prepare(request);
        chain.doFilter(request, response);
    }
}
