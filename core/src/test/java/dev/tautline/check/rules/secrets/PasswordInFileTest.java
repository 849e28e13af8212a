package dev.tautline.check.rules.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.Check;
import dev.tautline.check.fix.FixPlan;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Finding;
import dev.tautline.link.reader.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The edit depends on what fills placeholders where the password stands.
class PasswordInFileTest {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: orders}
            spec:
              template:
                spec:
                  containers:
                    - name: orders
                      image: shop/orders:1.4
                      env:
                        - {name: SPRING_DATASOURCE_URL, value: "jdbc:postgresql://orders-db:5432/shop"}
            """;
    private static final String SECRET = """
                        - name: SPRING_DATASOURCE_PASSWORD
                          valueFrom: {secretKeyRef: {name: orders-db, key: password}}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: orders-db}
            stringData:
              password: nR7-kd0-Qpz4
            """;

    @TempDir
    private Path folder;

    private Finding finding(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        var read = new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(folder), List.of());
        return new Check(List.of(new PasswordInFile()))
                .review(read.link(), read.problems())
                .findings()
                .getFirst();
    }

    @Test
    void aSecretObjectIsToBeKeptElsewhereAndNoProgramChangesIt() throws IOException {
        var finding = finding("orders.yaml", DEPLOYMENT + SECRET);

        assertThat(finding.edit())
                .isInstanceOfSatisfying(
                        Edit.Decide.class, decide -> assertThat(decide.what()).contains("SealedSecret"));
        var plan = FixPlan.of(List.of(finding), file -> Optional.of(DEPLOYMENT + SECRET));
        assertThat(plan.files()).isEmpty();
        assertThat(plan.left()).hasSize(1);
    }

    @Test
    void aValueInAPodIsToComeFromASecret() throws IOException {
        var finding = finding(
                "orders.yaml", DEPLOYMENT + "            - {name: SPRING_DATASOURCE_PASSWORD, value: nR7-kd0-Qpz4}\n");

        assertThat(finding.edit())
                .isInstanceOfSatisfying(
                        Edit.Decide.class, decide -> assertThat(decide.what()).contains("valueFrom.secretKeyRef"));
    }

    @Test
    void theApplicationsOwnFileGetsAPlaceholder() throws IOException {
        var finding = finding(
                "application.yml",
                "spring.datasource:\n  url: jdbc:postgresql://orders-db:5432/shop\n  password: nR7-kd0-Qpz4\n");

        assertThat(finding.edit())
                .isInstanceOfSatisfying(
                        Edit.Replace.class,
                        replace -> assertThat(replace.value()).isEqualTo("${DB_PASSWORD}"));
    }
}
