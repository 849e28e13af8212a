package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.MySqlCharacters;
import dev.tautline.settings.Setting;

/// A character encoding that nobody knows.
public final class UnknownCharacterEncoding implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onConnectorJ(
                client,
                url -> Rule.chosen(client.get(ConnectorJKeys.CHARACTER_ENCODING), encoding -> judge(client, encoding)));
    }

    private Verdict judge(Client client, Setting.Known<String> encoding) {
        return encoding.value().isBlank() || MySqlCharacters.isKnown(encoding.value())
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "neither Java nor MySQL has an encoding '" + encoding.value() + "'",
                        "The driver refuses every connection with \"Unsupported character encoding '" + encoding.value()
                                + "'\"; the service does not start.",
                        Edits.driver(client, encoding.key(), "UTF-8"),
                        Evidence.of(encoding)));
    }
}
