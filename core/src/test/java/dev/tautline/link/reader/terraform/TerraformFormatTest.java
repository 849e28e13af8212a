package dev.tautline.link.reader.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Routes;
import dev.tautline.link.Server;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.ManagedDatabaseKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.RdsProxyKeys;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerraformFormatTest {
    private static final String SHOP = """
            # the shop's
            resource "aws_db_instance" "shop" {
              identifier           = "shop-${var.stage}"
              engine               = "postgres" // and not MySQL
              engine_version       = "16.4"
              parameter_group_name = aws_db_parameter_group.shop.name
              publicly_accessible  = var.public
              password             = var.password
            }

            resource "aws_db_parameter_group" "shop" {
              family = "postgres16"
              parameter {
                name  = "max_connections"
                value = "90"
              }
              parameter {
                name  = "shared_buffers"
                value = "{DBInstanceClassMemory/32768}"
              }
              parameter {
                name  = "statement_timeout"
                value = local.timeout
              }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void givesAServerItsParametersWithTheirPlaces() {
        var read = new ReadFolder(folder)
                .with("db.tf", SHOP)
                .with("variables.tf", "variable \"stage\" {\n  default = \"eu\"\n}\nlocals { timeout = 30000 }\n");

        var server = read.server();

        assertThat(server.name()).isEqualTo("shop-eu");
        assertThat(server.names()).contains("shop-eu.*.rds.amazonaws.com");
        assertThat(read.told(server.get(PostgresKeys.MAX_CONNECTIONS))).isEqualTo("90 at db.tf:15:14");
        assertThat(read.told(server.get(PostgresKeys.STATEMENT_TIMEOUT))).isEqualTo("PT30S at variables.tf:4:20");
        assertThat(read.told(server.get(PostgresKeys.SHARED_BUFFERS)))
                .isEqualTo("${formula} unresolved at db.tf:19:14");
        assertThat(server.settings().versions().of(Product.POSTGRESQL)).hasToString("16.4");
    }

    @Test
    void takesNoDefaultOfPostgresForOneOfTheProvider() {
        var server = new ReadFolder(folder).with("db.tf", SHOP).server();

        assertThat(server.get(PostgresKeys.SUPERUSER_RESERVED_CONNECTIONS).known())
                .isEmpty();
        assertThat(server.get(ManagedDatabaseKeys.PUBLICLY_ACCESSIBLE).known()).isEmpty();
        assertThat(server.name()).isEqualTo("shop");
    }

    @Test
    void readsAModuleWithTheValuesOfItsCaller() {
        var read = new ReadFolder(folder)
                .with(
                        "modules/db/main.tf",
                        SHOP + "variable \"public\" {\n  default = false\n}\nvariable \"stage\" {}\n")
                .with("live/main.tf", """
                        module "db" {
                          source = "../modules/db"
                          stage  = "live"
                          public = true
                        }
                        """);

        var server = read.server();

        assertThat(read.link().servers()).hasSize(1);
        assertThat(server.name()).isEqualTo("shop-live");
        assertThat(read.told(server.get(ManagedDatabaseKeys.PUBLICLY_ACCESSIBLE)))
                .isEqualTo("true at live/main.tf:4:12");
    }

    @Test
    void leavesOpenWhatOneEnvironmentAloneSays() {
        var read = new ReadFolder(folder)
                .with("db.tf", SHOP + "variable \"public\" {\n  default = true\n}\n")
                .with("prod.tfvars", "public = false\n");

        assertThat(read.server().get(ManagedDatabaseKeys.PUBLICLY_ACCESSIBLE).known())
                .isEmpty();
    }

    @Test
    void readsTheListsOfTheWidespreadModule() {
        var read = new ReadFolder(folder).with("db.tf", """
                module "db" {
                  source     = "terraform-aws-modules/rds/aws"
                  version    = "6.10.0"
                  identifier = "shop"
                  engine     = "mysql"
                  parameters = [
                    { name = "wait_timeout", value = "300" },
                    {
                      name  = "max_connections"
                      value = 200 # enough
                    }
                  ]
                }
                """);

        assertThat(read.server().product()).isEqualTo(Product.MYSQL);
        assertThat(read.told(read.server().get(dev.tautline.settings.MySqlKeys.MAX_CONNECTIONS)))
                .isEqualTo("200 at db.tf:10:15");
    }

    @Test
    void readsFlagsOfGoogleAndConfigurationsOfAzure() {
        var read = new ReadFolder(folder).with("a/g.tf", """
                        resource "google_sql_database_instance" "shop" {
                          database_version = "POSTGRES_15"
                          settings {
                            database_flags {
                              name  = "max_connections"
                              value = "120"
                            }
                            ip_configuration { require_ssl = false }
                          }
                        }
                        """).with("b/a.tf", """
                        resource "azurerm_postgresql_flexible_server" "shop" {
                          name = "shop"
                        }
                        resource "azurerm_postgresql_flexible_server_configuration" "most" {
                          name      = "max_connections"
                          server_id = azurerm_postgresql_flexible_server.shop.id
                          value     = "130"
                        }
                        """);

        var servers = read.link().servers();

        assertThat(servers)
                .extracting(server -> read.told(server.get(PostgresKeys.MAX_CONNECTIONS)))
                .containsExactlyInAnyOrder("120 at a/g.tf:6:16", "130 at b/a.tf:7:16");
        assertThat(servers).anyMatch(server -> server.names().contains("shop.postgres.database.azure.com"));
    }

    @Test
    void leadsFromTheNameThatAmazonMakesThroughTheProxyToItsDatabase() {
        var read = new ReadFolder(folder)
                .with("db.tf", SHOP.replace("-${var.stage}", "") + """
                        resource "aws_db_proxy" "shop" {
                          name                = "shop-proxy"
                          engine_family       = "POSTGRESQL"
                          idle_client_timeout = 120
                        }
                        resource "aws_db_proxy_target" "shop" {
                          db_proxy_name          = aws_db_proxy.shop.name
                          db_instance_identifier = aws_db_instance.shop.identifier
                        }
                        """)
                .with(
                        "application.properties",
                        "spring.datasource.url=jdbc:postgresql://"
                                + "shop-proxy.proxy-c9x4k.eu-west-1.rds.amazonaws.com:5432/shop\n");

        var route = Routes.of(read.link()).getFirst();

        assertThat(route.isCertain()).isTrue();
        assertThat(route.hops())
                .singleElement()
                .satisfies(hop -> assertThat(
                                hop.get(RdsProxyKeys.IDLE_CLIENT_TIMEOUT).knownValue())
                        .contains(Duration.ofMinutes(2)));
        assertThat(route.servers())
                .singleElement()
                .satisfies(server -> assertThat(server.name()).isEqualTo("shop"));
    }

    @Test
    void doesNotTakeAnotherDatabaseOfTheCloudForThisOne() {
        var read = new ReadFolder(folder)
                .with("db.tf", SHOP.replace("-${var.stage}", ""))
                .with(
                        "application.properties",
                        "spring.datasource.url=jdbc:postgresql://"
                                + "other.c9x4k.eu-west-1.rds.amazonaws.com:5432/shop\n");

        assertThat(Routes.of(read.link()).getFirst().servers()).isEmpty();
    }

    @Test
    void showsNoPassword() {
        var read = new ReadFolder(folder)
                .with("db.tf", SHOP + "variable \"password\" {\n  default = \"xK2-of-an-example\"\n}\n");

        var password = read.server().get(ManagedDatabaseKeys.PASSWORD);

        assertThat(password.chosen()).isPresent();
        assertThat(password.toString()).doesNotContain("xK2");
        assertThat(read.server().settings().written().toString()).doesNotContain("xK2");
    }

    @Test
    void readsWhatStandsBehindTextsThatSpanLines() {
        var read = new ReadFolder(folder).with("db.tf", """
                resource "aws_iam_policy" "p" {
                  policy = <<-EOF
                    { "a": "}" }
                  EOF
                  other = jsonencode({
                    a = [1, 2, "}"]
                  })
                  when = var.a ? "x" : "y" /* "}" */
                }
                """ + SHOP);

        assertThat(read.server().get(PostgresKeys.MAX_CONNECTIONS).knownValue()).contains(90);
    }

    @Test
    void readsTheTasksThatCall() {
        var read = new ReadFolder(folder).with("db.tf", SHOP).with("app.tf", """
                resource "aws_ecs_task_definition" "orders" {
                  family = "orders"
                  container_definitions = jsonencode([
                    {
                      name  = "orders"
                      image = "shop/orders:1.4"
                      environment = [
                        { name = "SPRING_DATASOURCE_URL", value = "jdbc:postgresql://${aws_db_instance.shop.address}:5432/shop" },
                        { name = "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", value = "40" },
                      ]
                      secrets = [{ name = "SPRING_DATASOURCE_PASSWORD", valueFrom = var.secret }]
                    }
                  ])
                }

                resource "aws_ecs_service" "orders" {
                  task_definition = aws_ecs_task_definition.orders.arn
                  desired_count   = 3
                }
                """);

        var client = read.link().clients().getFirst();
        var workload = client.workload().orElseThrow();

        assertThat(workload.kind()).isEqualTo(Workload.Kind.ECS_TASK);
        assertThat(workload.instances().most()).contains(3);
        assertThat(workload.instances().surge()).isEqualTo(3);
        assertThat(read.told(client.get(HikariKeys.MAXIMUM_POOL_SIZE))).isEqualTo("40 at app.tf:9:73");
        assertThat(Routes.of(read.link()).getFirst().servers())
                .extracting(Server::name)
                .containsExactly("shop");
    }

    @Test
    void countsTheTasksThatAnAutoscalerMayStart() {
        var read = new ReadFolder(folder).with("app.tf", """
                resource "aws_ecs_task_definition" "orders" {
                  family = "orders"
                  container_definitions = jsonencode([{ name = "orders", image = "shop/orders:1.4", environment = [
                    { name = "SPRING_DATASOURCE_URL", value = "jdbc:postgresql://db:5432/shop" }] }])
                }
                resource "aws_ecs_service" "orders" {
                  name                       = "orders"
                  task_definition            = aws_ecs_task_definition.orders.arn
                  desired_count              = 3
                  deployment_maximum_percent = 150
                }
                resource "aws_appautoscaling_target" "orders" {
                  resource_id  = "service/shop/${aws_ecs_service.orders.name}"
                  max_capacity = 12
                }
                """);

        var instances =
                read.link().clients().getFirst().workload().orElseThrow().instances();

        assertThat(instances.most()).contains(12);
        assertThat(instances.surge()).isEqualTo(6);
    }
}
