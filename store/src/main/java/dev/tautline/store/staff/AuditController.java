package dev.tautline.store.staff;

import dev.tautline.store.database.AdminTransactions;
import dev.tautline.store.web.ShopTime;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What was done, by whom, the newest first.
@Controller
class AuditController {
    private static final int PAGE = 50;

    private final AdminTransactions admin;
    private final ShopTime time;

    AuditController(AdminTransactions admin, ShopTime time) {
        this.admin = admin;
        this.time = time;
    }

    @GetMapping("/admin/audit")
    @Needs(Permission.STAFF)
    ModelAndView show(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        var entries = admin.reading(line -> AuditLog.before(line, before, PAGE + 1));
        var shown = entries.subList(0, Math.min(PAGE, entries.size()));
        return new ModelAndView("admin-audit")
                .addObject("entries", told(shown))
                .addObject("older", entries.size() > PAGE ? shown.getLast().id() : null)
                .addObject("newest", before == Long.MAX_VALUE);
    }

    private List<Deed> told(List<AuditLog.Entry> entries) {
        return entries.stream().map(entry -> Deed.of(entry, time)).toList();
    }
}
