package dev.tautline.store.staff;

import dev.tautline.store.web.BadInput;
import dev.tautline.store.web.FieldProblem;
import dev.tautline.store.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The page of those who work here, for administrators.
@Controller
class PeopleController {
    private final People people;
    private final URI shop;

    PeopleController(People people, @Value("${chandlery.public-url}") URI shop) {
        this.people = people;
        this.shop = shop;
    }

    @GetMapping("/admin/staff")
    @Needs(Permission.STAFF)
    ModelAndView show() {
        return page(Map.of());
    }

    /// The link is shown once and sent nowhere: who invites hands it over.
    @PostMapping("/admin/staff")
    @Needs(Permission.STAFF)
    ModelAndView invite(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            HttpServletRequest request) {
        var chosen = Role.named(role).orElseThrow(() -> new BadInput("input.form"));
        var problems = Inviting.problems(email.strip(), name.strip());
        var link = problems.isEmpty()
                ? people.invite(StaffGate.member(request), email.strip(), name.strip(), chosen)
                : Optional.<String>empty();
        if (problems.isEmpty() && link.isEmpty()) {
            problems.put("email", new FieldProblem("admin.staff.last"));
        }
        var page = page(problems).addObject("email", email).addObject("name", name);
        if (link.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return page.addObject("link", shop.resolve(link.get()).toString()).addObject("invited", email.strip());
    }

    @PostMapping("/admin/staff/{id}/dismiss")
    @Needs(Permission.STAFF)
    Object dismiss(@PathVariable UUID id, HttpServletRequest request) {
        if (people.dismiss(StaffGate.member(request), id)) {
            return SeeOther.to("/admin/staff");
        }
        var page = page(Map.of("email", new FieldProblem("admin.staff.last")));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(Map<String, FieldProblem> problems) {
        return new ModelAndView("admin-staff")
                .addObject("people", people.all())
                .addObject("roles", Role.values())
                .addObject("problems", problems);
    }
}
