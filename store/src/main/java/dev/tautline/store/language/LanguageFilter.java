package dev.tautline.store.language;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Mounts each language of the shop as if it were deployed there: behind this filter `/de` is part of the context path,
/// so links and redirects lead back into the same language by themselves.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class LanguageFilter extends OncePerRequestFilter {
    private static final String CHOSEN = LanguageFilter.class.getName() + ".chosen";

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        // A page about an error is asked for under its own path, in the language of the page that failed.
        var language = request.getAttribute(CHOSEN) instanceof Language before
                ? before
                : Language.ofPath(path).orElse(Language.EN);
        request.setAttribute(CHOSEN, language);
        if (!language.prefix().isEmpty() && path.equals(language.prefix())) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "/");
            return;
        }
        LocaleContextHolder.setLocale(language.locale());
        try {
            chain.doFilter(new MountedRequest(request, language), new MountedResponse(response, request, language));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
