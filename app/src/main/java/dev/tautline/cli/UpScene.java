package dev.tautline.cli;

import dev.tautline.stage.ChildProcess;
import dev.tautline.stage.GuardSettings;
import dev.tautline.stage.Passwords;
import dev.tautline.stage.Stage;
import dev.tautline.stage.StopSignals;
import dev.tautline.stage.StoreSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `taut up` puts on the stage: payment simulator, shop and guard.
final class UpScene {
    private static final String SHOP = "shop-1";
    private static final long LOOK_MILLIS = 500;

    private final Stage stage;
    private final UpOptions options;
    private final UpProgress progress;
    private final List<ChildProcess> running = new ArrayList<>();
    private final Map<String, String> places = new LinkedHashMap<>();

    UpScene(Stage stage, UpOptions options, UpProgress progress) {
        this.stage = stage;
        this.options = options;
        this.progress = progress;
    }

    void start() {
        var payments = progress.step(
                "Payment simulator",
                () -> stage.startPayments(
                        options.paymentPort(), URI.create("http://127.0.0.1:" + options.port() + "/")));
        running.add(payments.process());
        progress.step("Schema and seed", () -> {
            stage.migrate();
            return true;
        });
        var store = progress.step("Shop", () -> stage.startStore(storeSettings(payments.url())));
        running.add(store.process());
        places.put("Shop", store.shopUrl().toString());
        if (options.watched()) {
            startGuard(store.agentUrl());
        }
        places.put("Agent", store.agentUrl().toString());
        places.put("Payments", payments.url());
        places.put("Database", databaseUrl());
    }

    /// Only what a person needs to go on; the result, so it goes to standard output.
    void describe(PrintWriter out) {
        out.println();
        places.forEach((name, place) -> out.printf("  %-10s %s%n", name, place));
        out.printf(
                "  %-10s users %s and %s, passwords in %s%n",
                "",
                Passwords.Use.SHOP.role(),
                Passwords.Use.GUARD.role(),
                stage.directory().resolve("passwords"));
        out.println();
        if (options.lab()) {
            out.println("Lab mode: 'taut fault inject FAULT' breaks it, 'taut fault heal --all' mends it.");
        }
        out.println("Ctrl-C stops all of it.");
        out.flush();
    }

    /// Returns on Ctrl-C. A process that ends by itself is told and left to the guard: that is what it is for.
    void keepUntil(StopSignals signals) {
        while (!signals.received()) {
            for (var ended :
                    running.stream().filter(ChildProcess::endedByItself).toList()) {
                progress.say("%s has ended by itself. %s".formatted(ended, ended.lastLogLines()));
                running.remove(ended);
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void startGuard(URI agent) {
        var settings = new GuardSettings(options.dashboardPort(), stage.guardTargets(), Map.of(SHOP, agent));
        var guard = progress.step("Guard", () -> stage.startGuard(settings));
        running.add(guard.process());
        places.put("Dashboard", guard.url().toString());
    }

    private StoreSettings storeSettings(String paymentUrl) {
        return new StoreSettings(SHOP, options.port(), options.managementPort(), stage.databaseUrl(), paymentUrl);
    }

    /// By address, since the published names are known to the stage's own programs only.
    private String databaseUrl() {
        var primary = stage.route(stage.cluster().primary().name()).proxy().address();
        return "jdbc:postgresql://%s:%d/chandlery"
                .formatted(primary.getAddress().getHostAddress(), primary.getPort());
    }
}
