package dev.tautline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// A repository of services as real ones look. Each service has five files: application files for the plain
/// configuration and for two profiles, a deployment with its Service, and a ConfigMap. The same seed gives
/// the same repository.
final class GeneratedRepository {
    private static final int FILES_PER_SERVICE = 5;
    private static final List<String> HOSTS = List.of("orders-db", "stock-db", "customer-db", "${DB_HOST:ledger-db}");

    private final Path root;
    private final Random random;

    GeneratedRepository(Path root, long seed) {
        this.root = root;
        this.random = new Random(seed);
    }

    void write(int files) throws IOException {
        for (int service = 0; service * FILES_PER_SERVICE < files; service++) {
            writeService("service-" + service);
        }
    }

    private void writeService(String name) throws IOException {
        var home = root.resolve(name);
        var host = HOSTS.get(random.nextInt(HOSTS.size()));
        file(home.resolve("src/main/resources/application.yml"), application(name, host));
        file(home.resolve("src/main/resources/application-prod.yml"), production());
        file(home.resolve("src/main/resources/application-dev.properties"), "logging.level.root=debug\n");
        file(home.resolve("deploy/" + name + ".yaml"), deployment(name));
        file(home.resolve("deploy/config.yaml"), configMap(name));
    }

    private static void file(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String application(String name, String host) {
        return """
                spring:
                  application:
                    name: %s
                  datasource:
                    url: jdbc:postgresql://%s:5432/%s?loginTimeout=10&socketTimeout=60
                    username: %s_app
                    password: ${DB_PASSWORD}
                    hikari:
                      maximum-pool-size: %d
                      connection-timeout: %d
                server:
                  port: 8080
                management:
                  endpoint:
                    health:
                      probes:
                        enabled: true
                """.formatted(
                        name,
                        host,
                        name.replace('-', '_'),
                        name.replace('-', '_'),
                        1 + random.nextInt(40),
                        500 * (1 + random.nextInt(80)));
    }

    private String production() {
        return """
                spring:
                  datasource:
                    hikari:
                      maximum-pool-size: %d
                """.formatted(5 + random.nextInt(40));
    }

    private String deployment(String name) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: %1$s
                spec:
                  replicas: %2$d
                  selector:
                    matchLabels: {app: %1$s}
                  template:
                    metadata:
                      labels: {app: %1$s}
                    spec:
                      containers:
                        - name: %1$s
                          image: registry.example/%1$s:1.4
                          envFrom:
                            - configMapRef: {name: %1$s}
                          ports:
                            - containerPort: 8080
                          livenessProbe:
                            httpGet: {path: /actuator/health/liveness, port: 8080}
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: %1$s
                spec:
                  selector: {app: %1$s}
                  ports:
                    - port: 8080
                """.formatted(name, 1 + random.nextInt(6));
    }

    private static String configMap(String name) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: %s
                data:
                  SPRING_PROFILES_ACTIVE: prod
                  DB_HOST: ledger-db
                """.formatted(name);
    }
}
