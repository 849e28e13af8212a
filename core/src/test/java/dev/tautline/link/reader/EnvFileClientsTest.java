package dev.tautline.link.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileClientsTest {
    @TempDir
    private Path path;

    private ReadFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new ReadFolder(path);
    }

    @Test
    void readsTheUrlsOfAProgramThatIsNoneOfThoseKnown() {
        folder.with("api/.env", """
                PORT=8080
                DATABASE_URL="postgres://api@db-1.shop.example,db-2.shop.example/shop?sslmode=verify-full"
                REPORTS=jdbc:mysql://reports.shop.example/shop
                """);

        assertThat(folder.link().clients())
                .extracting(Client::dataSource)
                .containsExactlyInAnyOrder("DATABASE_URL", "REPORTS");
        assertThat(folder.told(client("DATABASE_URL").get(PgjdbcKeys.SSL_MODE)))
                .startsWith("verify-full at api/.env:2:");
    }

    @Test
    void leavesTheFileOfAnApplicationToIt() {
        folder.with(".env", "DB_URL=jdbc:postgresql://db.shop.example/shop\n")
                .with("application.yml", "spring.datasource.url: ${DB_URL}\n");

        assertThat(folder.link().clients()).extracting(Client::dataSource).containsExactly("spring.datasource");
    }

    @Test
    void leavesWhatComposeFillsInToItsServices() {
        folder.with(".env", "DB_URL=postgres://api@db.shop.example/shop\n").with("compose.yaml", """
                services:
                  api:
                    image: shop/api
                    environment:
                      DATABASE_URL: ${DB_URL}
                """);

        assertThat(folder.link().clients()).extracting(Client::dataSource).containsExactly("DATABASE_URL");
    }

    @Test
    void readsFilesOfVariablesByWhateverNameButNotPatternsOfSuch() {
        folder.with("deploy/prod.env", "SPRING_DATASOURCE_URL=jdbc:postgresql://db.shop.example/shop\n")
                .with("deploy/.env.staging", "DATABASE_URL=postgres://api@db.shop.example/staging\n")
                .with("deploy/.env.example", "DATABASE_URL=postgres://api@db.shop.example/example\n");

        assertThat(folder.link().clients())
                .extracting(client -> client.stage() + " " + client.urlText().text())
                .containsExactlyInAnyOrder(
                        "PRODUCTION jdbc:postgresql://db.shop.example/shop",
                        "UNKNOWN postgres://api@db.shop.example/staging");
    }

    private Client client(String variable) {
        return folder.link().clients().stream()
                .filter(client -> client.dataSource().equals(variable))
                .findFirst()
                .orElseThrow();
    }
}
