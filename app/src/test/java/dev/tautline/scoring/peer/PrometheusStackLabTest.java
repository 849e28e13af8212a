package dev.tautline.scoring.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.fault.server.NodeStopped;
import dev.tautline.lab.net.FreePorts;
import dev.tautline.lab.postgres.StopMode;
import dev.tautline.scoring.AlertmanagerPages;
import dev.tautline.scoring.Page;
import dev.tautline.scoring.PageReceiver;
import dev.tautline.stage.Stage;
import dev.tautline.stage.StageOptions;
import dev.tautline.stage.TautHome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
@Tag("alone")
class PrometheusStackLabTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    // The exporter tries twice, a second apart, before it tells that it cannot connect; a look must last longer.
    private static final Duration INTERVAL = Duration.ofSeconds(3);

    @Test
    void pagesWhenAServerStops() {
        assumeTrue(
                PrometheusStack.missing().isEmpty() || System.getenv("CI") != null,
                () -> PrometheusStack.missing().orElse(""));
        var ports = new FreePorts(new Random());
        try (var stage = Stage.open(StageOptions.temporary(0), TautHome.find(System.getProperties()));
                var pager = new PageReceiver(0, Map.of(PrometheusStack.NAME, new AlertmanagerPages()));
                var stack = new PrometheusStack(
                        scene(stage, pager), pager, stage::start, () -> ports.next(InetAddress.getLoopbackAddress()))) {
            Deadline.in(TIMEOUT).await("each target to be scraped", stack::isReady);
            assertThat(stack.isCalm()).isTrue();

            try (var stopped = stage.lab().inject(new NodeStopped("db-1", StopMode.FAST))) {
                Deadline.in(TIMEOUT)
                        .await(
                                "a page that names the server",
                                () -> stack.pages().stream().anyMatch(PrometheusStackLabTest::namesTheServer));
            }
            Deadline.in(TIMEOUT).await("calm", stack::isCalm);
        }
    }

    private static boolean namesTheServer(Page page) {
        return page.firing() && page.cause().filter("server-down"::equals).isPresent();
    }

    private static PeerScene scene(Stage stage, PageReceiver pager) {
        var nodes = new HashMap<String, InetSocketAddress>();
        nodes.put("db-1", stage.route("db-1").proxy().address());
        return new PeerScene(nodes, "chandlery", "tautline", Map.of(), pager.url(PrometheusStack.NAME), INTERVAL);
    }
}
