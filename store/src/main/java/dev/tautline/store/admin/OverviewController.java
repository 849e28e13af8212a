package dev.tautline.store.admin;

import dev.tautline.store.database.AdminTransactions;
import dev.tautline.store.intake.OrderIntake;
import dev.tautline.store.staff.Needs;
import dev.tautline.store.staff.Permission;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// How the shop is: what is stuck, what waits, what was given up.
@Controller
class OverviewController {
    private final AdminTransactions admin;
    private final ObjectProvider<OrderIntake> intake;
    private final MessageSource words;

    OverviewController(AdminTransactions admin, ObjectProvider<OrderIntake> intake, MessageSource words) {
        this.admin = admin;
        this.intake = intake;
        this.words = words;
    }

    @GetMapping("/admin")
    @Needs(Permission.SEE)
    ModelAndView show(Locale locale) {
        return new ModelAndView("admin").addObject("gauges", gauges(locale));
    }

    private List<Gauge> gauges(Locale locale) {
        var way = admin.canWrite() ? "primary" : "standby";
        var journal = intake.stream().mapToLong(open -> open.state().depth()).sum();
        return admin.reading(line -> List.of(
                new Gauge("database", words.getMessage("gauge.way." + way, null, locale), !admin.canWrite(), null),
                Gauge.count("journal", journal, null),
                new Gauge(
                        "to-ship",
                        Long.toString(OrderList.count(line, OrderFilter.TO_SHIP)),
                        false,
                        "/admin/orders?show=to-ship"),
                Gauge.count("stuck", OrderList.count(line, OrderFilter.STUCK), "/admin/orders?show=stuck"),
                Gauge.count("refused", count(line, "SELECT count(*) FROM refunds WHERE state = 'REFUSED'"), null),
                Gauge.count("dead", dead(line), null)));
    }

    private static long dead(JdbcClient line) {
        return count(line, "SELECT count(*) FROM outbox WHERE dead_at IS NOT NULL");
    }

    private static long count(JdbcClient line, String sql) {
        return line.sql(sql).query(Long.class).single();
    }
}
