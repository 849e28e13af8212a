package dev.tautline.store.customer;

import dev.tautline.store.cart.CartCookie;
import dev.tautline.store.language.Language;
import dev.tautline.store.password.PasswordHashing;
import dev.tautline.store.web.FieldProblem;
import dev.tautline.store.web.RateLimit;
import dev.tautline.store.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The ways into an account: register, confirm, log in, a forgotten password. Answers are the same whether an address
/// has an account or not.
@Controller
class SignInController {
    private static final int MOST_TRIES = 10;
    // Many callers together, or one who tries many addresses; higher, so that a stranger cannot lock somebody out soon.
    private static final int MOST_GUESSES = 100;
    private static final int MOST_LETTERS = 5;

    private final Accounts accounts;
    private final AccountSession sessions;
    private final CartCookie carts;
    private final Belongings belongings;
    private final RateLimit tries;
    private final RateLimit guesses;
    private final RateLimit letters;

    SignInController(
            Accounts accounts, AccountSession sessions, CartCookie carts, Belongings belongings, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.carts = carts;
        this.belongings = belongings;
        this.tries = new RateLimit(MOST_TRIES, Duration.ofMinutes(5), clock);
        this.guesses = new RateLimit(MOST_GUESSES, Duration.ofMinutes(5), clock);
        this.letters = new RateLimit(MOST_LETTERS, Duration.ofHours(1), clock);
    }

    @GetMapping("/account/login")
    ModelAndView logIn() {
        return page("account-login", AccountForm.BLANK, Map.of());
    }

    @PostMapping("/account/login")
    Object takeLogIn(
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = AccountForm.of(email, null, password);
        var address = form.email().toLowerCase(Locale.ROOT);
        tries.take(request.getRemoteAddr() + " " + address);
        guesses.take("caller " + request.getRemoteAddr());
        guesses.take("address " + address);
        if (form.password().length() > PasswordHashing.LONGEST) {
            return refused("account-login", form, Map.of("email", new FieldProblem("account.login.wrong")));
        }
        return accounts.logIn(form.email(), form.password())
                .<Object>map(customer -> signIn(customer, request, response))
                .orElseGet(
                        () -> refused("account-login", form, Map.of("email", new FieldProblem("account.login.wrong"))));
    }

    private ResponseEntity<Void> signIn(Customer customer, HttpServletRequest request, HttpServletResponse response) {
        var cart = belongings.merged(customer, carts.read(request));
        carts.write(request, response, cart);
        sessions.write(request, response, customer);
        return SeeOther.to("/account");
    }

    @GetMapping("/account/register")
    ModelAndView register() {
        return page("account-register", AccountForm.BLANK, Map.of());
    }

    @PostMapping("/account/register")
    ModelAndView takeRegistration(
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String password,
            HttpServletRequest request) {
        var form = AccountForm.of(email, name, password);
        var problems = form.problems();
        if (!problems.isEmpty()) {
            return refused("account-register", form, problems);
        }
        limitLetters(form, request);
        accounts.register(form.email(), form.name(), form.password(), Language.current());
        return said("account.register.done");
    }

    /// The link itself changes nothing: mail programs look at links by themselves, and a button is pressed by people.
    @GetMapping("/account/verify")
    ModelAndView verify(@RequestParam(defaultValue = "") String key) {
        return new ModelAndView("account-verify").addObject("key", key);
    }

    @PostMapping("/account/verify")
    Object takeVerification(
            @RequestParam(defaultValue = "") String key, HttpServletRequest request, HttpServletResponse response) {
        return accounts.verify(key)
                .<Object>map(customer -> SeeOther.to("/account/login"))
                .orElseGet(() -> said("account.link.old"));
    }

    @GetMapping("/account/forgot")
    ModelAndView forgot() {
        return page("account-forgot", AccountForm.BLANK, Map.of());
    }

    @PostMapping("/account/forgot")
    ModelAndView takeForgotten(@RequestParam(required = false) @Nullable String email, HttpServletRequest request) {
        var form = AccountForm.of(email, null, null);
        var problems = form.problemsOfAddress();
        if (!problems.isEmpty()) {
            return refused("account-forgot", form, problems);
        }
        limitLetters(form, request);
        accounts.askForReset(form.email());
        return said("account.forgot.done");
    }

    @GetMapping("/account/reset")
    ModelAndView reset(@RequestParam(defaultValue = "") String key) {
        return accounts.mayReset(key)
                ? page("account-reset", AccountForm.BLANK, Map.of()).addObject("key", key)
                : said("account.link.old");
    }

    @PostMapping("/account/reset")
    Object takeReset(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = AccountForm.of(null, null, password);
        var problems = form.problemsOfPassword();
        if (!problems.isEmpty()) {
            return refused("account-reset", form, problems).addObject("key", key);
        }
        return accounts.reset(key, form.password())
                .<Object>map(customer -> signIn(customer, request, response))
                .orElseGet(() -> said("account.link.old"));
    }

    private void limitLetters(AccountForm form, HttpServletRequest request) {
        letters.take("address " + form.email().toLowerCase(Locale.ROOT));
        tries.take("letters " + request.getRemoteAddr());
    }

    private static ModelAndView said(String message) {
        return new ModelAndView("account-said").addObject("message", message);
    }

    private static ModelAndView page(String view, AccountForm form, Map<String, FieldProblem> problems) {
        return new ModelAndView(view).addObject("form", form).addObject("problems", problems);
    }

    private static ModelAndView refused(String view, AccountForm form, Map<String, FieldProblem> problems) {
        var page = page(view, form, problems);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
