package dev.tautline.store.web;

import dev.tautline.store.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Tells each page where it is found in every language: for the switch at its foot and for search engines.
@Component
class LanguageLinks extends PageFilter {
    private final URI shop;

    /// @param link leads there within this shop
    /// @param address the same for the world
    public record Edition(String code, String title, String link, String address, boolean here) {}

    LanguageLinks(@Value("${chandlery.public-url}") URI shop) {
        this.shop = shop;
    }

    @Override
    protected void prepare(HttpServletRequest request, HttpServletResponse response) {
        var here = Language.current();
        var whole = request.getRequestURI();
        var outer = request.getContextPath()
                .substring(0, request.getContextPath().length() - here.prefix().length());
        var path = whole.substring(request.getContextPath().length());
        var editions = Arrays.stream(Language.values())
                .map(language -> edition(language, outer, path, query(request), here))
                .toList();
        request.setAttribute("languages", editions);
        request.setAttribute("languageCode", here.code());
        request.setAttribute("canonical", address(outer + here.prefix() + path));
    }

    private Edition edition(Language language, String outer, String path, String query, Language here) {
        var link = outer + language.prefix() + path;
        return new Edition(language.code(), language.title(), link + query, address(link), language == here);
    }

    /// A form that was sent has no address of its own in the other language; its page has.
    private static String query(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null || !List.of("GET", "HEAD").contains(request.getMethod()) ? "" : "?" + query;
    }

    private String address(String path) {
        return shop.resolve(path).toString();
    }
}
