package dev.tautline.link.reader.terraform;

import dev.tautline.settings.Written;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Rules of firewalls that let everybody call a database.
final class OpenPorts {
    private static final Set<String> EVERYBODY = Set.of("0.0.0.0/0", "::/0");
    private static final List<String> RANGES = List.of("cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "cidr_ipv6");
    private static final int POSTGRES = 5432;
    private static final int MYSQL = 3306;

    private final Scope scope;

    OpenPorts(Scope scope) {
        this.scope = scope;
    }

    static boolean isEverybody(String range) {
        return EVERYBODY.contains(range);
    }

    /// The range that opens a database to everybody, if its firewall has one.
    Optional<Written> of(HclBlock server) {
        return Stream.concat(
                        groups(server)
                                .flatMap(group -> Stream.of(
                                                group.in("ingress"),
                                                rulesOf(group, "aws_security_group_rule")
                                                        .filter(rule -> scope.text(rule, "type")
                                                                .filter(type -> type.text()
                                                                        .equals("ingress"))
                                                                .isPresent()),
                                                rulesOf(group, "aws_vpc_security_group_ingress_rule"))
                                        .flatMap(each -> each)
                                        .flatMap(this::open)),
                        ofAzure(server))
                .findFirst();
    }

    private Stream<HclBlock> groups(HclBlock server) {
        return scope.resources("aws_security_group")
                .filter(group -> Scope.refersTo(scope.at(server, "vpc_security_group_ids"), group));
    }

    private Stream<HclBlock> rulesOf(HclBlock group, String type) {
        return scope.resources(type).filter(rule -> Scope.refersTo(rule.at("security_group_id"), group));
    }

    private Stream<Written> open(HclBlock rule) {
        return isAboutDatabases(rule)
                ? RANGES.stream()
                        .flatMap(name -> scope.at(rule, name).stream())
                        .flatMap(this::each)
                        .flatMap(value -> scope.text(value).stream())
                        .filter(range -> isEverybody(range.text()))
                : Stream.empty();
    }

    private Stream<HclValue> each(HclValue value) {
        return value instanceof HclValue.Items items ? items.all().stream() : Stream.of(value);
    }

    private boolean isAboutDatabases(HclBlock rule) {
        var from = number(rule, "from_port");
        var to = number(rule, "to_port").or(() -> from);
        var isAny = Stream.of("protocol", "ip_protocol")
                .flatMap(name -> scope.text(rule, name).stream())
                .anyMatch(protocol -> protocol.text().equals("-1"));
        return isAny
                || Stream.of(POSTGRES, MYSQL)
                        .anyMatch(port -> from.filter(low -> low <= port).isPresent()
                                && to.filter(high -> high >= port).isPresent());
    }

    private Optional<Integer> number(HclBlock rule, String name) {
        return scope.text(rule, name)
                .map(Written::text)
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::valueOf);
    }

    private Stream<Written> ofAzure(HclBlock server) {
        return scope.resources(
                        "azurerm_postgresql_flexible_server_firewall_rule",
                        "azurerm_postgresql_firewall_rule",
                        "azurerm_mysql_flexible_server_firewall_rule")
                .filter(rule ->
                        Scope.refersTo(rule.at("server_id"), server) || Scope.refersTo(rule.at("server_name"), server))
                .filter(rule -> scope.text(rule, "start_ip_address")
                        .filter(start -> start.text().equals("0.0.0.0"))
                        .isPresent())
                .flatMap(rule -> scope.text(rule, "end_ip_address").stream())
                .filter(end -> end.text().equals("255.255.255.255"));
    }
}
