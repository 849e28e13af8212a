package dev.tautline.store.order;

import dev.tautline.store.web.NotFound;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The order page. Its token is the only key: 192 random bits, sent to nobody but the customer.
@Controller
class OrderController {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @GetMapping("/orders/{token}")
    String show(@PathVariable String token, Model model) {
        if (!TOKEN.matcher(token).matches()) {
            throw new NotFound("order");
        }
        model.addAttribute("order", orders.byToken(token).orElseThrow(() -> new NotFound("order")));
        return "order";
    }
}
