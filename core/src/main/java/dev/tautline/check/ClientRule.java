package dev.tautline.check;

import dev.tautline.finding.Verdict;
import dev.tautline.settings.Client;

/// A rule about one client at a time.
public non-sealed interface ClientRule extends Rule {
    Verdict judge(Client client);
}
