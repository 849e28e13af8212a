package dev.tautline.store.admin;

import dev.tautline.store.database.AdminTransactions;
import dev.tautline.store.order.Order;
import dev.tautline.store.order.Orders;
import dev.tautline.store.staff.AuditLog;
import dev.tautline.store.staff.Deed;
import dev.tautline.store.staff.Needs;
import dev.tautline.store.staff.Permission;
import dev.tautline.store.staff.StaffGate;
import dev.tautline.store.web.BadInput;
import dev.tautline.store.web.FieldProblem;
import dev.tautline.store.web.NotFound;
import dev.tautline.store.web.SeeOther;
import dev.tautline.store.web.ShopTime;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Orders: the list, one of them, and the forms that ship, cancel and refund it.
@Controller
class OrderDeskController {
    private static final int PAGE = 25;
    private static final int LONGEST_SEARCH = 120;
    private static final int LONGEST_TRACKING = 80;
    private static final int MOST_DEEDS = 50;

    private final AdminTransactions admin;
    private final OrderDeeds deeds;
    private final ShopTime time;

    OrderDeskController(AdminTransactions admin, OrderDeeds deeds, ShopTime time) {
        this.admin = admin;
        this.deeds = deeds;
        this.time = time;
    }

    /// A line of the list, with its time in words.
    public record Entry(OrderList.Row row, ShopTime.Printed at) {}

    /// A refund, with its time in words.
    public record Back(RefundList.Row row, ShopTime.Printed at) {}

    @GetMapping("/admin/orders")
    @Needs(Permission.SEE)
    ModelAndView list(
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        var filter = OrderFilter.byKey(show).orElseThrow(() -> new BadInput("input.form"));
        if (q.length() > LONGEST_SEARCH || q.chars().anyMatch(Character::isISOControl)) {
            throw new BadInput("input.search", LONGEST_SEARCH);
        }
        var found = admin.reading(line -> OrderList.find(line, filter, q, before, PAGE + 1));
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return new ModelAndView("admin-orders")
                .addObject("filters", OrderFilter.values())
                .addObject("filter", filter)
                .addObject("search", q)
                .addObject(
                        "orders",
                        shown.stream()
                                .map(row -> new Entry(row, time.of(row.placedAt())))
                                .toList())
                .addObject("older", found.size() > PAGE ? shown.getLast().number() : null)
                .addObject("newest", before == Long.MAX_VALUE);
    }

    @GetMapping("/admin/orders/{number}")
    @Needs(Permission.SEE)
    ModelAndView show(@PathVariable long number) {
        return page(number, Map.of());
    }

    @PostMapping("/admin/orders/{number}/ship")
    @Needs(Permission.ORDERS)
    Object ship(
            @PathVariable long number, @RequestParam(defaultValue = "") String tracking, HttpServletRequest request) {
        var text = tracking.strip();
        if (text.length() > LONGEST_TRACKING || text.chars().anyMatch(Character::isISOControl)) {
            return refused(number, Map.of("tracking", new FieldProblem("address.long", LONGEST_TRACKING)));
        }
        return answer(number, deeds.ship(StaffGate.member(request), number, text));
    }

    @PostMapping("/admin/orders/{number}/cancel")
    @Needs(Permission.ORDERS)
    Object cancel(@PathVariable long number, HttpServletRequest request) {
        return answer(number, deeds.cancel(StaffGate.member(request), number));
    }

    @PostMapping("/admin/orders/{number}/refund")
    @Needs(Permission.ORDERS)
    Object refund(
            @PathVariable long number,
            @RequestParam UUID refundId,
            @RequestParam long seen,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "false") boolean takeBack,
            HttpServletRequest request) {
        var minor = AmountText.minor(amount);
        if (minor.isEmpty() || minor.getAsLong() == 0) {
            return refused(number, Map.of("amount", new FieldProblem("admin.refund.amount.form")));
        }
        var wish = new OrderDeeds.Wish(refundId, minor.getAsLong(), seen, takeBack);
        return answer(number, deeds.refund(StaffGate.member(request), number, wish));
    }

    private Object answer(long number, Optional<Outcome> outcome) {
        var how = outcome.orElseThrow(() -> new NotFound("order"));
        return switch (how) {
            case DONE -> SeeOther.to("/admin/orders/" + number);
            case CHANGED, NOT_NOW -> conflict(number, how);
            case TOO_MUCH -> refused(number, Map.of("amount", new FieldProblem("outcome.TOO_MUCH")));
        };
    }

    private ModelAndView conflict(long number, Outcome how) {
        var page = page(number, Map.of()).addObject("outcome", how);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView refused(long number, Map<String, FieldProblem> problems) {
        var page = page(number, problems);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(long number, Map<String, FieldProblem> problems) {
        return admin.reading(line -> page(line, number, problems));
    }

    private ModelAndView page(JdbcClient line, long number, Map<String, FieldProblem> problems) {
        var facts = OrderDeeds.facts(line, number).orElseThrow(() -> new NotFound("order"));
        Order order = new Orders(line).byId(facts.order()).orElseThrow(() -> new NotFound("order"));
        List<Back> refunds = RefundList.of(line, facts.payment()).stream()
                .map(row -> new Back(row, time.of(row.at())))
                .toList();
        List<Deed> log = AuditLog.about(line, facts.subject(), MOST_DEEDS).stream()
                .map(entry -> Deed.of(entry, time))
                .toList();
        return new ModelAndView("admin-order")
                .addObject("order", order)
                .addObject("facts", facts)
                .addObject("placed", time.of(order.placedAt()))
                .addObject("shippedAt", order.shippedAt() == null ? null : time.of(order.shippedAt()))
                .addObject("refunds", refunds)
                .addObject("deeds", log)
                .addObject("refundId", UUID.randomUUID())
                .addObject("left", AmountText.of(facts.leftMinor()))
                .addObject("problems", problems);
    }
}
