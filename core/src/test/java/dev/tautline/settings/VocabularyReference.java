package dev.tautline.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the reference page of all settings: one table per product.
final class VocabularyReference {
    static final List<Vocabulary> VOCABULARIES = List.of(
            SpringKeys.VOCABULARY,
            QuarkusKeys.VOCABULARY,
            DropwizardKeys.VOCABULARY,
            HibernateKeys.VOCABULARY,
            HikariKeys.VOCABULARY,
            TomcatJdbcKeys.VOCABULARY,
            Dbcp2Keys.VOCABULARY,
            C3p0Keys.VOCABULARY,
            DruidKeys.VOCABULARY,
            AgroalKeys.VOCABULARY,
            IronJacamarKeys.VOCABULARY,
            VertxPoolKeys.VOCABULARY,
            R2dbcPoolKeys.VOCABULARY,
            PgjdbcKeys.VOCABULARY,
            LibpqKeys.VOCABULARY,
            ConnectorJKeys.VOCABULARY,
            MariaDbDriverKeys.VOCABULARY,
            PgBouncerKeys.VOCABULARY,
            ProxySqlKeys.VOCABULARY,
            PgpoolKeys.VOCABULARY,
            HaproxyKeys.VOCABULARY,
            NginxKeys.VOCABULARY,
            BalancerKeys.VOCABULARY,
            PostgresKeys.VOCABULARY,
            ManagedDatabaseKeys.VOCABULARY,
            RdsProxyKeys.VOCABULARY,
            PatroniKeys.VOCABULARY,
            MySqlKeys.VOCABULARY,
            JvmKeys.VOCABULARY,
            KubernetesKeys.VOCABULARY,
            CloudNativePgKeys.VOCABULARY,
            ComposeKeys.VOCABULARY);

    private VocabularyReference() {}

    static String page() {
        return """
                # Settings

                Every setting that Tautline knows: its unit, its default by version, and the page that says so. A default changes
                *from* the version named. Where no version of a product is found, the newest one known here is assumed, and each
                default taken from it says so. Generated from the vocabulary in `dev.tautline.settings`; a test compares the two.
                """ + VOCABULARIES.stream().map(VocabularyReference::section).collect(Collectors.joining());
    }

    private static String section(Vocabulary vocabulary) {
        var keys = List.copyOf(vocabulary.keys());
        var product = keys.getFirst().product();
        var sources = keys.stream().map(SettingKey::source).distinct().toList();
        return "\n## " + product.title() + "\n\n" + newest(product)
                + (sources.size() == 1 ? "Source: <" + sources.getFirst() + ">" : "Sources, by number:")
                + "\n\n"
                + (sources.size() == 1 ? "" : numbered(sources))
                + "| setting | value | default |"
                + (sources.size() == 1 ? "\n|---|---|---|\n" : " source |\n|---|---|---|---|\n")
                + keys.stream().map(key -> row(key, sources)).collect(Collectors.joining());
    }

    private static String newest(Product product) {
        return product.newest().numbers().isEmpty() ? "" : "Newest known version: " + product.newest() + ". ";
    }

    private static String numbered(Collection<String> sources) {
        var number = 0;
        var list = new StringBuilder();
        for (var source : sources) {
            number++;
            list.append(number).append(". <").append(source).append(">\n");
        }
        return list.append('\n').toString();
    }

    private static String row(SettingKey<?> key, List<String> sources) {
        var names = new ArrayList<String>();
        names.add(key.name());
        names.addAll(key.aliases());
        var cells = new ArrayList<String>();
        var since = key.isIn(Version.of("0")) ? "" : " (from " + key.since() + ")";
        cells.add(names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")) + since);
        cells.add(value(key.type()));
        cells.add(defaults(key));
        if (sources.size() > 1) {
            cells.add(String.valueOf(sources.indexOf(key.source()) + 1));
        }
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String value(ValueType<?> type) {
        return type.unit().isEmpty() || type.allowed().contains(" " + type.unit())
                ? type.allowed()
                : type.allowed() + " (" + type.unit() + ")";
    }

    private static String defaults(SettingKey<?> key) {
        return key.defaults().stream()
                .map(one -> shown(one.value()) + condition(key, one))
                .collect(Collectors.joining("; "));
    }

    private static String condition(SettingKey<?> key, SettingKey.DefaultSince<?> one) {
        var fork = one.product() == key.product() ? "" : one.product().title() + " ";
        var since = one.version().compareTo(Version.of("0")) > 0 ? "from " + fork + one.version() : fork;
        return since.isEmpty() ? "" : " (" + since.strip() + ")";
    }

    private static String shown(Object value) {
        return switch (value) {
            case Duration duration -> "`" + words(duration) + "`";
            default -> "`" + value.toString().replace("|", "\\|") + "`";
        };
    }

    private static String words(Duration duration) {
        if (duration.isZero()) {
            return "0";
        }
        if (duration.toNanosPart() % 1_000_000_000 != 0) {
            return duration.toMillis() + " ms";
        }
        var seconds = duration.toSeconds();
        return seconds % 3600 == 0 ? seconds / 3600 + " h" : seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
