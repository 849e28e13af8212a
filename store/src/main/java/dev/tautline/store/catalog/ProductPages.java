package dev.tautline.store.catalog;

import dev.tautline.store.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/// Product pages as they were rendered last. A page that shows nothing of its visitor is the same for everybody until
/// something on it changes, and rendering it takes several times as long as all else about a request. Whoever
/// has something in the basket or is signed in gets a page of their own. At most one is kept per product and
/// language. Thread-safe.
@Component
class ProductPages {
    private static final String TEMPLATE = "product";
    private static final String TYPE = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final ThymeleafViewResolver views;
    private final Map<Place, Kept> kept = new ConcurrentHashMap<>();

    private record Place(String slug, Language language) {}

    /// All that such a page shows. Equal contents make equal pages.
    private record Contents(
            Product product,
            List<ProductCard> related,
            @Nullable Object menu,
            @Nullable Object asOf,
            @Nullable Object standby) {}

    private static final class Kept {
        private final Contents contents;
        private final byte[] page;

        Kept(Contents contents, byte[] page) {
            this.contents = contents;
            this.page = page;
        }
    }

    ProductPages(ThymeleafViewResolver views) {
        this.views = views;
    }

    View of(Product product, List<ProductCard> related, HttpServletRequest request) throws Exception {
        var rendered = Objects.requireNonNull(
                views.resolveViewName(TEMPLATE, Language.current().locale()), TEMPLATE);
        if (isPersonal(request) || !isPlain(product.slug(), request)) {
            return rendered;
        }
        var contents = new Contents(
                product,
                related,
                request.getAttribute("menu"),
                request.getAttribute("catalogueAsOf"),
                request.getAttribute("catalogueStandby"));
        var place = new Place(product.slug(), Language.current());
        return (model, asked, response) -> write(place, contents, rendered, model, asked, response);
    }

    private void write(
            Place place,
            Contents contents,
            View view,
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Exception {
        var known = kept.get(place);
        if (known != null && known.contents.equals(contents)) {
            response.setContentType(TYPE);
            response.getOutputStream().write(known.page);
            return;
        }
        var copying = new ContentCachingResponseWrapper(response);
        view.render(model, request, copying);
        kept.put(place, new Kept(contents, copying.getContentAsByteArray()));
        copying.copyBodyToResponse();
    }

    private static boolean isPersonal(HttpServletRequest request) {
        return !Integer.valueOf(0).equals(request.getAttribute("basketPieces"))
                || !Boolean.FALSE.equals(request.getAttribute("signedIn"));
    }

    /// The address as the shop writes it: the page repeats what it was asked by.
    private static boolean isPlain(String slug, HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getQueryString() == null
                && request.getRequestURI().equals(request.getContextPath() + "/p/" + slug);
    }
}
