package dev.tautline.store.catalog;

import dev.tautline.store.web.PageFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/// Gives every page the menu, error pages included.
@Component
class MenuFilter extends PageFilter {
    private final CategoryMenu menu;

    MenuFilter(CategoryMenu menu) {
        this.menu = menu;
    }

    @Override
    protected void prepare(HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute("menu", menu.categories());
    }
}
