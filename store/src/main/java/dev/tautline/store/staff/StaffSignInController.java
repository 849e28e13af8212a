package dev.tautline.store.staff;

import dev.tautline.store.password.PasswordHashing;
import dev.tautline.store.password.PasswordRules;
import dev.tautline.store.web.FieldProblem;
import dev.tautline.store.web.RateLimit;
import dev.tautline.store.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The ways into administration: signing in, out, and setting a password and a second factor with an invitation.
@Controller
class StaffSignInController {
    private static final int MOST_TRIES = 10;
    private static final int MOST_GUESSES = 100;
    private static final int LONGEST_EMAIL = 120;
    private static final int LONGEST_CODE = 64;

    private final StaffSignIn signIn;
    private final StaffSessions sessions;
    private final Enrolment enrolment;
    private final RateLimit tries;
    private final RateLimit guesses;

    StaffSignInController(StaffSignIn signIn, StaffSessions sessions, Enrolment enrolment, InstantSource clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.enrolment = enrolment;
        this.tries = new RateLimit(MOST_TRIES, Duration.ofMinutes(5), clock);
        this.guesses = new RateLimit(MOST_GUESSES, Duration.ofMinutes(5), clock);
    }

    @GetMapping("/admin/login")
    @Needs.Nothing
    ModelAndView show() {
        return page("", Map.of());
    }

    @PostMapping("/admin/login")
    @Needs.Nothing
    Object take(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        tries.take(request.getRemoteAddr() + " " + address);
        guesses.take("caller " + request.getRemoteAddr());
        guesses.take("address " + address);
        var sensible = address.length() <= LONGEST_EMAIL
                && password.length() <= PasswordHashing.LONGEST
                && code.length() <= LONGEST_CODE;
        var key = sensible ? signIn.signIn(address, password, code) : Optional.<String>empty();
        if (key.isEmpty()) {
            var refused = page(address, Map.of("email", new FieldProblem("admin.login.wrong")));
            refused.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return refused;
        }
        StaffSessions.write(request, response, key.get());
        return SeeOther.to("/admin");
    }

    @PostMapping("/admin/logout")
    @Needs(Permission.SEE)
    ResponseEntity<Void> leave(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(StaffGate.session(request));
        StaffSessions.clear(request, response);
        return SeeOther.to("/admin/login");
    }

    @GetMapping("/admin/enrol")
    @Needs.Nothing
    ModelAndView enrol(@RequestParam(defaultValue = "") String key) {
        return enrolment
                .invited(key)
                .map(member -> enrolPage(key, enrolment.offer(member), Map.of()))
                .orElseGet(StaffSignInController::tooOld);
    }

    @PostMapping("/admin/enrol")
    @Needs.Nothing
    ModelAndView takeEnrolment(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String sealed,
            @RequestParam(defaultValue = "") String code) {
        var invited = enrolment.invited(key);
        if (invited.isEmpty()) {
            return tooOld();
        }
        var member = invited.get();
        tries.take("enrolment " + member.id());
        var problems = PasswordRules.problems("password", password, member.email());
        var step = enrolment.stepOf(member, sealed, code);
        if (step.isEmpty()) {
            problems.put("code", new FieldProblem("admin.enrol.code.wrong"));
        }
        if (!problems.isEmpty() || step.isEmpty()) {
            var refused = enrolPage(key, enrolment.offer(member, sealed), problems);
            refused.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return refused;
        }
        return enrolment
                .enrol(member, password, sealed, step.getAsLong())
                .map(codes -> new ModelAndView("admin-enrolled").addObject("codes", codes))
                .orElseGet(StaffSignInController::tooOld);
    }

    private static ModelAndView page(String email, Map<String, FieldProblem> problems) {
        return new ModelAndView("admin-login").addObject("email", email).addObject("problems", problems);
    }

    private static ModelAndView enrolPage(String key, Enrolment.Offer offer, Map<String, FieldProblem> problems) {
        return new ModelAndView("admin-enrol")
                .addObject("key", key)
                .addObject("offer", offer)
                .addObject("problems", problems);
    }

    private static ModelAndView tooOld() {
        return new ModelAndView("admin-said").addObject("message", "admin.enrol.old");
    }
}
