package dev.tautline.store.customer;

import dev.tautline.store.password.PasswordRules;
import dev.tautline.store.web.FieldProblem;
import dev.tautline.store.web.RateLimit;
import dev.tautline.store.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The page on which a customer changes the password, knowing the old one. It ends all other sessions.
@Controller
class PasswordController {
    private static final int MOST_TRIES = 5;

    private final Accounts accounts;
    private final AccountSession sessions;
    private final RateLimit tries;

    PasswordController(Accounts accounts, AccountSession sessions, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tries = new RateLimit(MOST_TRIES, Duration.ofMinutes(5), clock);
    }

    @GetMapping("/account/password")
    Object show(@RequestParam(required = false) @Nullable String done, HttpServletRequest request) {
        return signedIn(request).isPresent()
                ? page(Map.of()).addObject("changed", done != null)
                : SeeOther.to("/account/login");
    }

    @PostMapping("/account/password")
    Object change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            HttpServletRequest request,
            HttpServletResponse response) {
        var customer = signedIn(request);
        if (customer.isEmpty()) {
            return SeeOther.to("/account/login");
        }
        var problems = PasswordRules.problems("fresh", fresh, customer.get().email());
        if (problems.isEmpty()) {
            tries.take(customer.get().id().toString());
            var changed = PasswordRules.tooLong(old)
                    ? Optional.<Customer>empty()
                    : accounts.changePassword(customer.get(), old, fresh);
            if (changed.isPresent()) {
                sessions.write(request, response, changed.get());
                return SeeOther.to("/account/password?done");
            }
            problems.put("old", new FieldProblem("account.password.wrong"));
        }
        var refused = page(problems);
        refused.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return refused;
    }

    private Optional<Customer> signedIn(HttpServletRequest request) {
        return sessions.read(request).flatMap(accounts::of);
    }

    private static ModelAndView page(Map<String, FieldProblem> problems) {
        return new ModelAndView("account-password")
                .addObject("problems", problems)
                .addObject("changed", false);
    }
}
