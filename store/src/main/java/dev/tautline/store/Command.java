package dev.tautline.store;

import dev.tautline.store.simulator.SimulatorCommand;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;

/// One of the program's commands. Answers with the exit code, or with none when the program goes on.
interface Command {
    int OK = 0;
    int USAGE_OR_CONFIGURATION = 2;
    int UNREACHABLE = 3;

    OptionalInt run(String[] args);

    static Command named(String name) {
        Map<String, Command> commands = new TreeMap<>(Map.of(
                "serve",
                new ServeCommand(),
                "migrate",
                new MigrateCommand(),
                "invite",
                new InviteCommand(System.out, System.err),
                "simulate-payments",
                args -> OptionalInt.of(SimulatorCommand.run(
                        args,
                        Objects.requireNonNullElse(System.getenv("CHANDLERY_WEBHOOK_SECRET"), ""),
                        System.out,
                        System.err)),
                "help",
                args -> help()));
        var known = commands.get(name.equals("--help") ? "help" : name);
        return known != null ? known : args -> unknown(name, commands);
    }

    private static OptionalInt help() {
        System.out.println("""
                Usage: java -jar chandlery.jar [command] [options]
                  serve               the shop (default); options: --server.port=8080, --spring.datasource.url=…
                  migrate             brings the database's schema and seed up to date, as chandlery_owner
                  invite              lets somebody into administration, the first one, too; options:
                                      --email ada@example.org --name "Ada" --role admin
                  simulate-payments   a payment provider to practise with; options: --port 8090,
                                      --webhook-url http://127.0.0.1:8080/webhooks/payments""");
        return OptionalInt.of(OK);
    }

    private static OptionalInt unknown(String name, Map<String, Command> commands) {
        var nearest = commands.keySet().stream()
                .min(Comparator.comparingInt(candidate -> EditDistance.between(name, candidate)))
                .orElseThrow();
        System.err.println("chandlery: unknown command \"%s\"; did you mean \"%s\"?".formatted(name, nearest));
        return OptionalInt.of(USAGE_OR_CONFIGURATION);
    }
}
