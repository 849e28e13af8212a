package dev.tautline.store.staff;

import dev.tautline.store.database.AdminTransactions;
import dev.tautline.store.web.ShopPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the head of each page of administration shows: the places that a role may go to, and how the database is.
@Component
class AdminPlaces {
    private record Known(String path, String title, Permission needs) {}

    private static final List<Known> PLACES = List.of(
            new Known("/admin", "admin.overview", Permission.SEE),
            new Known("/admin/orders", "orders.title", Permission.SEE),
            new Known("/admin/goods", "goods.title", Permission.SEE),
            new Known("/admin/promos", "promos.title", Permission.SEE),
            new Known("/admin/staff", "admin.staff.title", Permission.STAFF),
            new Known("/admin/audit", "audit.title", Permission.STAFF));

    private final AdminTransactions admin;

    AdminPlaces(AdminTransactions admin) {
        this.admin = admin;
    }

    /// An entry of the menu.
    public record Place(String path, String title, boolean here) {}

    void prepare(HttpServletRequest request, StaffMember member) {
        var path = ShopPath.of(request);
        request.setAttribute(
                "adminPlaces",
                PLACES.stream()
                        .filter(place -> member.may(place.needs()))
                        .map(place -> new Place(place.path(), place.title(), leadsTo(place.path(), path)))
                        .toList());
        request.setAttribute("databaseBanner", admin.canWrite() ? null : "admin.read-only");
    }

    private static boolean leadsTo(String place, String path) {
        return path.equals(place) || (!place.equals("/admin") && path.startsWith(place + "/"));
    }
}
