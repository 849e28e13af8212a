package dev.tautline.link.reader.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Workload;
import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskDefinitionFormatTest {
    @TempDir
    private Path path;

    @Test
    void readsTheVariablesOfItsContainers() {
        var folder = new ReadFolder(path).with("ecs/task-definition.json", """
                {
                  "family": "orders",
                  "containerDefinitions": [{
                    "name": "orders",
                    "image": "shop/orders:1.4",
                    "environment": [
                      {"name": "SPRING_DATASOURCE_URL", "value": "jdbc:postgresql://db.shop.example/shop?socketTimeout=60"},
                      {"name": "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "value": "7"}
                    ],
                    "secrets": [{"name": "SPRING_DATASOURCE_PASSWORD", "valueFrom": "arn:aws:secretsmanager:x"}]
                  }]
                }
                """);

        var client = folder.link().clients().getFirst();

        assertThat(client.workload().orElseThrow().kind()).isEqualTo(Workload.Kind.ECS_TASK);
        assertThat(client.service()).isEqualTo("orders");
        assertThat(folder.told(client.get(PgjdbcKeys.SOCKET_TIMEOUT)))
                .startsWith("PT1M at ecs/task-definition.json:7:");
        assertThat(folder.told(client.get(HikariKeys.MAXIMUM_POOL_SIZE)))
                .startsWith("7 at ecs/task-definition.json:8:");
    }

    @Test
    void leavesTasksOfOtherToolsAlone() {
        var folder = new ReadFolder(path).with(".vscode/tasks.json", "{}").with("tasks.json", "{\"tasks\": []}");

        assertThat(folder.read().filesRead()).isZero();
    }
}
