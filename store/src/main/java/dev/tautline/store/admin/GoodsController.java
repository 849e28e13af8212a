package dev.tautline.store.admin;

import dev.tautline.store.staff.Needs;
import dev.tautline.store.staff.Permission;
import dev.tautline.store.staff.StaffGate;
import dev.tautline.store.web.BadInput;
import dev.tautline.store.web.NotFound;
import dev.tautline.store.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Goods: the list, one article, and files of many, out and in.
@Controller
class GoodsController {
    private static final int PAGE = 25;
    private static final int LONGEST_SEARCH = 100;
    private static final int MOST_EXPORTED = 100_000;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Goods goods;

    GoodsController(Goods goods) {
        this.goods = goods;
    }

    @GetMapping("/admin/goods")
    @Needs(Permission.SEE)
    ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after) {
        if (Math.max(q.length(), after.length()) > LONGEST_SEARCH
                || (q + after).chars().anyMatch(Character::isISOControl)) {
            throw new BadInput("input.search", LONGEST_SEARCH);
        }
        return page(q, after, List.of());
    }

    @GetMapping("/admin/goods/{sku}")
    @Needs(Permission.SEE)
    ModelAndView show(@PathVariable String sku) {
        return article(sku, List.of());
    }

    @PostMapping("/admin/goods/{sku}")
    @Needs(Permission.GOODS)
    Object change(
            @PathVariable String sku,
            @RequestParam UUID changeId,
            @RequestParam long seen,
            @RequestParam(defaultValue = "") String price,
            @RequestParam(defaultValue = "") String pieces,
            HttpServletRequest request) {
        // The same rules as for a file of one row.
        var file = GoodsFile.read("sku,price,stock_change\n%s,%s,%s"
                .formatted(Csv.cell(sku), Csv.cell(price), Csv.cell(pieces))
                .getBytes(StandardCharsets.UTF_8));
        var problems = new ArrayList<>(file.problems());
        if (problems.isEmpty()) {
            var one = file.changes().getFirst();
            var change = new GoodsChange(1, sku, one.priceMinor(), one.stockChange(), OptionalLong.of(seen));
            problems.addAll(goods.change(StaffGate.member(request), changeId, List.of(change)));
        }
        return problems.isEmpty() ? SeeOther.to("/admin/goods/" + sku) : refused(article(sku, problems));
    }

    @GetMapping("/admin/goods-export")
    @Needs(Permission.SEE)
    ResponseEntity<byte[]> export() {
        var rows = goods.find("", "", MOST_EXPORTED).stream()
                .map(article -> String.join(
                        ",",
                        Csv.cell(article.sku()),
                        Csv.cell(article.product()),
                        Csv.cell(article.variant()),
                        AmountText.of(article.priceMinor()),
                        Integer.toString(article.onHand()),
                        Integer.toString(article.held()),
                        ""))
                .collect(Collectors.joining("\r\n"));
        var text = BYTE_ORDER_MARK + String.join(",", GoodsFile.COLUMNS) + "\r\n" + rows + "\r\n";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("goods.csv")
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /// All rows, or none.
    @PostMapping("/admin/goods-import")
    @Needs(Permission.GOODS)
    ModelAndView take(@RequestParam UUID changeId, @RequestParam MultipartFile file, HttpServletRequest request)
            throws IOException {
        var read = GoodsFile.read(file.getBytes());
        var problems = read.problems().isEmpty()
                ? goods.change(StaffGate.member(request), changeId, read.changes())
                : read.problems();
        return problems.isEmpty()
                ? page("", "", List.of()).addObject("imported", read.changes().size())
                : refused(page("", "", problems));
    }

    private ModelAndView page(String search, String after, List<GoodsChange.Problem> problems) {
        var found = goods.find(search, after, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return new ModelAndView("admin-goods")
                .addObject("articles", shown)
                .addObject("search", search)
                .addObject("next", found.size() > PAGE ? shown.getLast().sku() : null)
                .addObject("first", after.isEmpty())
                .addObject("changeId", UUID.randomUUID())
                .addObject("most", GoodsFile.MOST_ROWS)
                .addObject("refusals", problems);
    }

    private ModelAndView article(String sku, List<GoodsChange.Problem> problems) {
        var article = goods.bySku(sku).orElseThrow(() -> new NotFound("article"));
        return new ModelAndView("admin-article")
                .addObject("article", article)
                .addObject("priceText", AmountText.of(article.priceMinor()))
                .addObject("changeId", UUID.randomUUID())
                .addObject("refusals", problems);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
