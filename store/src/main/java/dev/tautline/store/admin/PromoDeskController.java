package dev.tautline.store.admin;

import dev.tautline.store.pricing.Promo;
import dev.tautline.store.staff.Needs;
import dev.tautline.store.staff.Permission;
import dev.tautline.store.staff.StaffGate;
import dev.tautline.store.web.BadInput;
import dev.tautline.store.web.FieldProblem;
import dev.tautline.store.web.NotFound;
import dev.tautline.store.web.SeeOther;
import dev.tautline.store.web.ShopTime;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The page of promotion codes.
@Controller
class PromoDeskController {
    private final Promos promos;
    private final ShopTime time;
    private final ZoneId zone;
    private final InstantSource clock;

    PromoDeskController(
            Promos promos, ShopTime time, @Value("${chandlery.time-zone}") ZoneId zone, InstantSource clock) {
        this.promos = promos;
        this.time = time;
        this.zone = zone;
        this.clock = clock;
    }

    /// A line of the list, with its end in words.
    public record Entry(Promos.Row row, ShopTime.@Nullable Printed ends) {}

    @GetMapping("/admin/promos")
    @Needs(Permission.SEE)
    ModelAndView show() {
        return page(PromoForm.BLANK, Map.of());
    }

    @PostMapping("/admin/promos")
    @Needs(Permission.GOODS)
    Object make(
            @RequestParam(defaultValue = "") String code,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String least,
            @RequestParam(defaultValue = "") String most,
            @RequestParam(defaultValue = "") String last,
            HttpServletRequest request) {
        if (Arrays.stream(Promo.Kind.values()).noneMatch(known -> known.name().equals(kind))) {
            throw new BadInput("input.form");
        }
        var form = PromoForm.of(code, kind, value, least, most, last);
        var problems = form.problems(clock.instant().atZone(zone).toLocalDate());
        if (problems.isEmpty() && !promos.make(StaffGate.member(request), form.wanted(zone))) {
            problems.put("code", new FieldProblem("promos.code.known"));
        }
        if (problems.isEmpty()) {
            return SeeOther.to("/admin/promos");
        }
        var page = page(form, problems);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /// Ending it twice is ending it once.
    @PostMapping("/admin/promos/{code}/end")
    @Needs(Permission.GOODS)
    ResponseEntity<Void> end(@PathVariable String code, HttpServletRequest request) {
        if (!Promo.CODE.matcher(code).matches()) {
            throw new NotFound("promo");
        }
        promos.end(StaffGate.member(request), code);
        return SeeOther.to("/admin/promos");
    }

    private ModelAndView page(PromoForm form, Map<String, FieldProblem> problems) {
        return new ModelAndView("admin-promos")
                .addObject(
                        "promos",
                        promos.all().stream()
                                .map(row -> new Entry(row, row.endsAt() == null ? null : time.of(row.endsAt())))
                                .toList())
                .addObject("kinds", Promo.Kind.values())
                .addObject("form", form)
                .addObject("problems", problems);
    }
}
