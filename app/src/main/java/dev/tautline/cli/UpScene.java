package dev.tautline.cli;

import dev.tautline.ground.FeltShop;
import dev.tautline.ground.OneShop;
import dev.tautline.stage.ChildProcess;
import dev.tautline.stage.GuardSettings;
import dev.tautline.stage.Opened;
import dev.tautline.stage.Passwords;
import dev.tautline.stage.Stage;
import dev.tautline.stage.StopSignals;
import dev.tautline.stage.StoreSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What `taut up` puts on the stage: payment simulator, shop and guard.
final class UpScene implements AutoCloseable {
    private static final String SHOP = "shop-1";
    private static final long LOOK_MILLIS = 500;
    /// Of the people who shop: the same ones do the same at each start.
    private static final long SEED = 1;

    private final Stage stage;
    private final UpOptions options;
    private final UpProgress progress;
    private final List<ChildProcess> running = new ArrayList<>();
    private final Set<ChildProcess> told = new HashSet<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private final Opened opened = new Opened();
    private @Nullable OneShop shop;
    private @Nullable URI dashboard;

    UpScene(Stage stage, UpOptions options, UpProgress progress) {
        this.stage = stage;
        this.options = options;
        this.progress = progress;
    }

    void start() {
        if (options.lab()) {
            stage.conductNames();
        }
        if (options.felt()) {
            FeltShop.moveDatabase(stage);
        }
        var payments = progress.step(
                "Payment simulator",
                () -> stage.startPayments(
                        options.paymentPort(), URI.create("http://127.0.0.1:" + options.port() + "/")));
        running.add(payments.process());
        progress.step("Schema and seed", () -> {
            stage.migrate();
            return true;
        });
        var settings = storeSettings(payments.url());
        var started = progress.step("Shop", () -> opened.add(new OneShop(stage, settings, SEED, options.visits())));
        shop = started;
        var store = started.running();
        places.put("Shop", store.shopUrl().toString());
        if (options.watched()) {
            startGuard(store.agentUrl());
        }
        places.put("Agent", store.agentUrl().toString());
        places.put("Payments", payments.url());
        places.put("Database", databaseUrl());
    }

    /// Puts what was started under the lab's hands.
    UpLab openLab() {
        return UpLab.open(stage, Objects.requireNonNull(shop, "started before"), dashboard, progress);
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
            describeGameDay(out);
        }
        out.println("Ctrl-C stops all of it.");
        out.flush();
    }

    private void describeGameDay(PrintWriter out) {
        if (dashboard != null) {
            out.printf(
                    "Game day: %s; log in there with the token '%s' of %s.%n",
                    dashboard.resolve("#/game-day"),
                    Passwords.Use.OPERATOR.key(),
                    stage.directory().resolve("passwords"));
        }
    }

    /// Returns on Ctrl-C. A process that ends by itself is told and left to the guard: that is what it is for.
    void keepUntil(StopSignals signals) {
        while (!signals.received()) {
            processes()
                    .filter(ChildProcess::endedByItself)
                    .filter(told::add)
                    .forEach(
                            ended -> progress.say("%s has ended by itself. %s".formatted(ended, ended.lastLogLines())));
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// The shop is another process after each deployment.
    private Stream<ChildProcess> processes() {
        return Stream.concat(
                running.stream(),
                Stream.ofNullable(shop).map(one -> one.running().process()));
    }

    @Override
    public void close() {
        opened.close();
    }

    private void startGuard(URI agent) {
        var settings = new GuardSettings(options.dashboardPort(), stage.guardTargets(), Map.of(SHOP, agent));
        var guard = progress.step("Guard", () -> stage.startGuard(options.lab() ? settings.withGameDay() : settings));
        running.add(guard.process());
        dashboard = guard.url();
        places.put("Dashboard", guard.url().toString());
    }

    private StoreSettings storeSettings(String paymentUrl) {
        var settings =
                new StoreSettings(SHOP, options.port(), options.managementPort(), stage.databaseUrl(), paymentUrl);
        return options.felt() ? FeltShop.of(settings) : settings;
    }

    /// By address, since the published names are known to the stage's own programs only.
    private String databaseUrl() {
        var primary = stage.route(stage.cluster().primary().name()).proxy().address();
        return "jdbc:postgresql://%s:%d/chandlery"
                .formatted(primary.getAddress().getHostAddress(), primary.getPort());
    }
}
