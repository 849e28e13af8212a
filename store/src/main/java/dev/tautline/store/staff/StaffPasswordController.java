package dev.tautline.store.staff;

import dev.tautline.store.password.PasswordRules;
import dev.tautline.store.web.FieldProblem;
import dev.tautline.store.web.RateLimit;
import dev.tautline.store.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The page on which people of the shop change their own password.
@Controller
class StaffPasswordController {
    private static final int MOST_TRIES = 5;

    private final StaffPassword passwords;
    private final RateLimit tries;

    StaffPasswordController(StaffPassword passwords, InstantSource clock) {
        this.passwords = passwords;
        this.tries = new RateLimit(MOST_TRIES, Duration.ofMinutes(5), clock);
    }

    @GetMapping("/admin/password")
    @Needs(Permission.SEE)
    ModelAndView show(@RequestParam(required = false) @Nullable String done) {
        return page(Map.of()).addObject("changed", done != null);
    }

    @PostMapping("/admin/password")
    @Needs(Permission.SEE)
    Object change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            HttpServletRequest request,
            HttpServletResponse response) {
        var member = StaffGate.member(request);
        var problems = PasswordRules.problems("fresh", fresh, member.email());
        if (problems.isEmpty()) {
            tries.take(member.id().toString());
            var key = PasswordRules.tooLong(old)
                    ? null
                    : passwords.change(member, old, fresh).orElse(null);
            if (key != null) {
                StaffSessions.write(request, response, key);
                return SeeOther.to("/admin/password?done");
            }
            problems.put("old", new FieldProblem("account.password.wrong"));
        }
        var refused = page(problems);
        refused.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return refused;
    }

    private static ModelAndView page(Map<String, FieldProblem> problems) {
        return new ModelAndView("admin-password")
                .addObject("problems", problems)
                .addObject("changed", false);
    }
}
