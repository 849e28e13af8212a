package dev.tautline.check.rules.resolution;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Surroundings;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Workload;

/// A placeholder in the URL that nothing gives to the service that runs the application.
public final class UrlPlaceholderNotGiven implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        var workload = client.workload().filter(runs -> runs.kind() == Workload.Kind.COMPOSE_SERVICE);
        if (client.urlText().isResolved() || client.urlText().isEncrypted() || workload.isEmpty()) {
            return Verdict.notApplicable("no placeholder, or not a service of Compose");
        }
        var open = client.urlText().unresolved();
        var isPassedOn = workload.get().containers().stream()
                .flatMap(container -> container.environment().stream())
                .anyMatch(variable -> !variable.value().isResolved());
        // Without its Dockerfile an image may set any variable by itself.
        var isBuilt = workload.get().containers().stream()
                .allMatch(container ->
                        container.build().isPresent() && container.image().isEmpty());
        if (isPassedOn || !isBuilt) {
            return Verdict.undecided(
                    "whoever starts " + workload.get().name() + " may give " + String.join(", ", open));
        }
        return Surroundings.unseen(workload.get())
                .map(unseen -> Verdict.undecided("the URL needs " + String.join(", ", open) + ", but " + unseen))
                .orElseGet(() -> Verdict.violation(finding(client, workload.get())));
    }

    private Finding finding(Client client, Workload workload) {
        var names = String.join(", ", client.urlText().unresolved());
        return finding(
                client,
                workload.label() + " is not given " + names,
                "The application does not start: \"Could not resolve placeholder\", or the driver takes the placeholder for a"
                        + " host.",
                new Edit.Add(
                        workload.origin(),
                        "environment." + client.urlText().unresolved().getFirst(),
                        "VALUE"),
                ClientRule.url(client),
                new Evidence("environment", "without " + names, workload.origin()));
    }
}
