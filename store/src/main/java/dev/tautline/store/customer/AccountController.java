package dev.tautline.store.customer;

import dev.tautline.store.cart.CartCookie;
import dev.tautline.store.database.Line;
import dev.tautline.store.order.Order;
import dev.tautline.store.order.Orders;
import dev.tautline.store.password.PasswordHashing;
import dev.tautline.store.web.FieldProblem;
import dev.tautline.store.web.RateLimit;
import dev.tautline.store.web.SeeOther;
import dev.tautline.store.web.ShopTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What an account shows, gives away and forgets. Orders are those of its confirmed address, also the ones that it
/// bought as a guest.
@Controller
class AccountController {
    private static final int MOST_ORDERS = 50;
    private static final int MOST_TRIES = 5;

    private final Accounts accounts;
    private final AccountSession sessions;
    private final Belongings belongings;
    private final CartCookie carts;
    private final Orders orders;
    private final Orders ordersOnStandby;
    private final Line line;
    private final ShopTime time;
    private final RateLimit erasures;

    AccountController(
            Accounts accounts,
            AccountSession sessions,
            Belongings belongings,
            CartCookie carts,
            Orders orders,
            @Qualifier("browse") JdbcClient browse,
            Line line,
            ShopTime time,
            InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.belongings = belongings;
        this.carts = carts;
        this.orders = orders;
        this.ordersOnStandby = new Orders(browse);
        this.line = line;
        this.time = time;
        this.erasures = new RateLimit(MOST_TRIES, Duration.ofMinutes(5), clock);
    }

    /// An order as the list shows it.
    public record Entry(Order order, ShopTime.Printed day) {}

    @GetMapping("/account")
    Object account(HttpServletRequest request) {
        return signedIn(request)
                .<Object>map(customer -> page(customer, request, Map.of()))
                .orElseGet(() -> SeeOther.to("/account/login"));
    }

    private ModelAndView page(Customer customer, HttpServletRequest request, Map<String, FieldProblem> problems) {
        return new ModelAndView("account")
                .addObject("customer", customer)
                .addObject("address", belongings.known(request).orElse(null))
                .addObject("problems", problems)
                .addObject(
                        "orders",
                        ordersOf(customer).stream()
                                .map(order -> new Entry(order, time.day(order.placedAt())))
                                .toList());
    }

    private List<Order> ordersOf(Customer customer) {
        return (line.isUp() ? orders : ordersOnStandby).byEmail(customer.email(), MOST_ORDERS);
    }

    /// Everything that the shop knows of the account, for taking along (GDPR, article 20).
    @GetMapping("/account/export")
    Object export(HttpServletRequest request) {
        return signedIn(request)
                .<Object>map(customer -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("chandlery-account.json")
                                        .build()
                                        .toString())
                        .body(new AccountExport(
                                customer, belongings.known(request).orElse(null), ordersOf(customer))))
                .orElseGet(() -> SeeOther.to("/account/login"));
    }

    @PostMapping("/account/logout")
    ResponseEntity<Void> logOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.clear(request, response);
        // The basket waits beside the account; on a shared device it is nobody else's.
        carts.clear(request, response);
        return SeeOther.to("/");
    }

    /// Asks for the password once more: a browser that was left open must not cost an account.
    @PostMapping("/account/erase")
    Object erase(
            @RequestParam(required = false) @Nullable String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var customer = signedIn(request);
        if (customer.isEmpty()) {
            return SeeOther.to("/account/login");
        }
        erasures.take(customer.get().id().toString());
        if (password == null
                || password.length() > PasswordHashing.LONGEST
                || !accounts.isPasswordOf(customer.get(), password)) {
            var page = page(customer.get(), request, Map.of("password", new FieldProblem("account.password.wrong")));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        accounts.erase(customer.get());
        sessions.clear(request, response);
        carts.clear(request, response);
        return new ModelAndView("account-said").addObject("message", "account.erase.done");
    }

    private Optional<Customer> signedIn(HttpServletRequest request) {
        return sessions.read(request).flatMap(accounts::of);
    }
}
