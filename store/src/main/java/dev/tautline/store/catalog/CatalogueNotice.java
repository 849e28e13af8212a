package dev.tautline.store.catalog;

import dev.tautline.store.database.Line;
import dev.tautline.store.web.Degradation;
import dev.tautline.store.web.PageFilter;
import dev.tautline.store.web.ShopPath;
import dev.tautline.store.web.ShopTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Says on pages how old their prices and stock are when that is not "now".
@Component
class CatalogueNotice extends PageFilter {
    private final ObjectProvider<CatalogueKeeper> keeper;
    private final Line buy;
    private final Degradation degradation;
    private final ShopTime time;

    CatalogueNotice(ObjectProvider<CatalogueKeeper> keeper, Line buy, Degradation degradation, ShopTime time) {
        this.keeper = keeper;
        this.buy = buy;
        this.degradation = degradation;
        this.time = time;
    }

    @Override
    protected void prepare(HttpServletRequest request, HttpServletResponse response) {
        var kept = keeper.getIfAvailable();
        if (kept == null || !showsGoods(ShopPath.of(request))) {
            return;
        }
        if (kept.isStale()) {
            kept.asOf().ifPresent(at -> {
                degradation.mark(response, "catalogue", "snapshot");
                request.setAttribute("catalogueAsOf", time.of(at));
            });
        } else if (!buy.isUp()) {
            kept.standbyAt().ifPresent(at -> {
                degradation.mark(response, "catalogue", "standby");
                request.setAttribute("catalogueStandby", time.of(at));
            });
        }
    }

    private static boolean showsGoods(String path) {
        return path.equals("/") || path.matches("/(c|p|search|cart|checkout)(/.*)?");
    }
}
