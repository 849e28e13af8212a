package dev.tautline.lab.fault.server;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;
import dev.tautline.lab.postgres.Node;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/// Sessions that repeat one piece of work until they are ended.
final class Workers {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration END_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Workers() {}

    /// Returns when all of them are at work; closing the answer ends their sessions.
    static Injection start(Lab lab, int sessions, String application, String work) {
        var node = lab.cluster().primary();
        var database = lab.application().database();
        var stopped = new AtomicBoolean();
        var threads = IntStream.range(0, sessions)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> workUntil(stopped, node, database, application, work)))
                .toList();
        Deadline.in(START_TIMEOUT).await("work to begin", () -> working(node, application) == sessions);
        return Injection.healedBy(() -> end(stopped, threads, node, application));
    }

    private static void workUntil(AtomicBoolean stopped, Node node, String database, String application, String work) {
        while (!stopped.get()) {
            try (var session = node.connect(database);
                    var statement = session.createStatement()) {
                statement.execute("set application_name = " + Sql.text(application));
                while (!stopped.get()) {
                    statement.execute(work);
                }
            } catch (SQLException ended) {
                pause();
            }
        }
    }

    private static void end(AtomicBoolean stopped, List<Thread> threads, Node node, String application) {
        stopped.set(true);
        Deadline.in(END_TIMEOUT).await(application + " to end", () -> {
            terminate(node, application);
            return threads.stream().noneMatch(Thread::isAlive);
        });
    }

    private static void terminate(Node node, String application) {
        var ignored = node.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = "
                + Sql.text(application));
    }

    private static int working(Node node, String application) {
        return Integer.parseInt(
                node.query("select count(*) from pg_stat_activity where application_name = " + Sql.text(application))
                        .getFirst());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
