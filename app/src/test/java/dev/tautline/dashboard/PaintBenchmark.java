package dev.tautline.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.tautline.history.series.SeriesReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// First paint of the overview, and how long thirty days of an instance's charts take from the click to the last line
/// drawn, in Chromium on this machine. The argument is a folder with `series.db`. Rows are printed as Markdown.
public final class PaintBenchmark {
    private static final int RUNS = 7;
    private static final String FIRST_PAINT =
            "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1";
    private static final String DRAW = """
        async () => {
          const start = performance.now();
          const answer = await fetch("api/series/points?name=p95/shop-1&from=" + new Date(Date.now() - 2592e6).toISOString()
            + "&to=" + new Date().toISOString());
          const {epochSeconds, mean} = (await answer.json()).series["p95/shop-1"];
          const plot = new uPlot({width: 600, height: 168, series: [{}, {stroke: "red"}]}, [epochSeconds, mean], document.body);
          await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
          plot.destroy();
          return performance.now() - start;
        }\
        """;

    private PaintBenchmark() {}

    public static void main(String[] arguments) {
        try (var dashboard = Dashboard.start(0, SeriesReader.in(Path.of(arguments[0])));
                var _ = Feed.start(dashboard, Ticks::healthy);
                var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            dashboard.accept(Ticks.healthy(Instant.now()));
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
            measure(browser, dashboard.url().toString());
        }
    }

    private static void measure(Browser browser, String url) {
        var paints = new ArrayList<Double>();
        var draws = new ArrayList<Double>();
        for (int run = 0; run < RUNS; run++) {
            try (var context = browser.newContext()) {
                var page = context.newPage();
                page.navigate(url);
                page.waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length > 0");
                paints.add(((Number) page.evaluate(FIRST_PAINT)).doubleValue());
                draws.add(((Number) page.evaluate(DRAW)).doubleValue());
            }
        }
        System.out.println("| what | median | fastest | slowest |");
        System.out.println("|---|---|---|---|");
        print("first paint", paints);
        print("30 days of one series, asked for and drawn", draws);
    }

    private static void print(String what, List<Double> millis) {
        var sorted = millis.stream().sorted().toList();
        System.out.printf(
                "| %s | %.0f ms | %.0f ms | %.0f ms |%n",
                what, sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
    }
}
