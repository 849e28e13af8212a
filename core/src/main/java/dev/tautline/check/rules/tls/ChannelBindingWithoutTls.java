package dev.tautline.check.rules.tls;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;

/// Channel binding is required where there is no channel to bind to.
public final class ChannelBindingWithoutTls implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onPostgres(
                client,
                url -> Rule.chosen(
                        client.get(PgjdbcKeys.CHANNEL_BINDING),
                        binding -> Rule.given(client.get(PgjdbcKeys.SSL_MODE), mode -> judge(client, binding, mode))));
    }

    private Verdict judge(Client client, Setting.Known<String> binding, Setting.Known<String> mode) {
        return binding.value().equals("require") && mode.value().equals("disable")
                ? Verdict.violation(finding(
                        client,
                        "channelBinding=require cannot work with sslmode=disable",
                        "No connection can be opened: \"Channel Binding is required, but SSL is not in use\"."
                                + " The service does not start.",
                        Edits.driver(client, mode.key(), "verify-full"),
                        Evidence.of(binding),
                        Evidence.of(mode)))
                : Verdict.PASS;
    }
}
