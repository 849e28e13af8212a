package dev.tautline.store.language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/// A request as the shop of one language sees it.
final class MountedRequest extends HttpServletRequestWrapper {
    private final Language language;

    MountedRequest(HttpServletRequest request, Language language) {
        super(request);
        this.language = language;
    }

    @Override
    public String getContextPath() {
        return super.getContextPath() + language.prefix();
    }

    @Override
    public String getRequestURI() {
        var asked = super.getRequestURI();
        var whole = getContextPath();
        // An error's own path does not name the language yet.
        return asked.startsWith(whole + "/")
                ? asked
                : whole + asked.substring(super.getContextPath().length());
    }

    @Override
    public String getServletPath() {
        var path = super.getServletPath();
        return path.startsWith(language.prefix() + "/")
                ? path.substring(language.prefix().length())
                : path;
    }

    @Override
    public Locale getLocale() {
        return language.locale();
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(List.of(language.locale()));
    }
}
