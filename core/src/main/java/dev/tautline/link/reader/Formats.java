package dev.tautline.link.reader;

import dev.tautline.link.reader.compose.ComposeFormat;
import dev.tautline.link.reader.compose.DockerfileFormat;
import dev.tautline.link.reader.dropwizard.DropwizardFormat;
import dev.tautline.link.reader.ecs.TaskDefinitionFormat;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.jakarta.HibernatePropertiesFormat;
import dev.tautline.link.reader.jakarta.JakartaFormat;
import dev.tautline.link.reader.jakarta.SpringXmlFormat;
import dev.tautline.link.reader.json.JsonFormat;
import dev.tautline.link.reader.kubernetes.HelmFormat;
import dev.tautline.link.reader.kubernetes.KubernetesFormat;
import dev.tautline.link.reader.migration.FlywayBuildFormat;
import dev.tautline.link.reader.migration.MigrationFileFormat;
import dev.tautline.link.reader.mysql.MyCnfFormat;
import dev.tautline.link.reader.patroni.PatroniFormat;
import dev.tautline.link.reader.play.PlayFormat;
import dev.tautline.link.reader.pool.HikariCodeFormat;
import dev.tautline.link.reader.pool.PoolFileFormat;
import dev.tautline.link.reader.pool.QuartzFormat;
import dev.tautline.link.reader.postgres.HbaFormat;
import dev.tautline.link.reader.postgres.PostgresConfFormat;
import dev.tautline.link.reader.postgres.PostgresFiles;
import dev.tautline.link.reader.proxy.HaproxyFormat;
import dev.tautline.link.reader.proxy.NginxFormat;
import dev.tautline.link.reader.proxy.PgBouncerFormat;
import dev.tautline.link.reader.proxy.PgpoolFormat;
import dev.tautline.link.reader.proxy.ProxySqlFormat;
import dev.tautline.link.reader.systemd.SystemdFormat;
import dev.tautline.link.reader.terraform.TerraformFormat;
import java.util.List;

/// All kinds of files that are read, one line each. The first that recognises a file reads it, so the kinds
/// that are known by their file's name come before those that are known by what is written inside.
final class Formats {
    private Formats() {}

    /// New instances, for one run; the one for applications is also what reads files of no known kind.
    static List<Format> all(ApplicationFormat applications) {
        var postgres = new PostgresFiles();
        return List.of(
                new HelmFormat(),
                applications,
                new EnvFileFormat(),
                new DockerfileFormat(),
                new SystemdFormat(),
                new PostgresConfFormat(postgres),
                new HbaFormat(postgres),
                new PlayFormat(),
                new PgBouncerFormat(),
                new PgpoolFormat(),
                new MigrationFileFormat(),
                new FlywayBuildFormat(),
                new PoolFileFormat(),
                new QuartzFormat(),
                new HikariCodeFormat(),
                new JakartaFormat(),
                new SpringXmlFormat(),
                new HibernatePropertiesFormat(),
                new ProxySqlFormat(),
                new HaproxyFormat(),
                new NginxFormat(),
                new MyCnfFormat(),
                new TerraformFormat(),
                new CertificateFormat(),
                new TaskDefinitionFormat(),
                new JsonFormat(),
                new PatroniFormat(),
                new ComposeFormat(),
                new KubernetesFormat(),
                new DropwizardFormat());
    }
}
