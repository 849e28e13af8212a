package dev.tautline.check.rules.resolution;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Surroundings;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.Variable;
import dev.tautline.settings.Nearest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// A profile that a deployment file switches on, and for which the application's files hold nothing, while they
/// hold one of a similar name.
public final class ProfileNotKnown implements ClientRule {
    private static final String VARIABLE = "SPRING_PROFILES_ACTIVE";
    /// They get files of profiles from a configuration server (Spring Cloud Config reference, "Client").
    private static final Set<String> FROM_SERVER =
            Set.of("spring-cloud-starter-config", "spring-cloud-config-client", "spring-cloud-starter-consul-config");

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
        var application = client.application();
        var active = client.workload()
                .flatMap(workload -> workload.variable(VARIABLE))
                .filter(variable -> variable.value().isResolved());
        if (active.isEmpty() || application.knownProfiles().isEmpty()) {
            return Verdict.notApplicable("no " + VARIABLE + ", or no files of profiles");
        }
        var meant = names(active.get()).stream()
                .flatMap(name -> slip(name, names(active.get()), application).stream())
                .findFirst();
        if (meant.isEmpty()) {
            return Verdict.PASS;
        }
        return elsewhere(client)
                .map(Verdict::undecided)
                .orElseGet(() -> Verdict.violation(finding(client, active.get(), meant.get())));
    }

    private record Slip(String written, String meant) {}

    /// A name that is near none of the known ones may be meant for beans alone.
    private static Optional<Slip> slip(String name, Set<String> active, Application application) {
        return application.knownProfiles().contains(name)
                ? Optional.empty()
                : Nearest.to(name, application.knownProfiles())
                        .filter(near -> !active.contains(near))
                        .map(near -> new Slip(name, near));
    }

    private static Set<String> names(Variable active) {
        return Set.copyOf(Arrays.asList(active.value().text().strip().split("\\s*,\\s*")));
    }

    private static Optional<String> elsewhere(Client client) {
        var fromServer = client.libraries().artifacts().stream()
                .anyMatch(artifacts -> artifacts.stream().anyMatch(FROM_SERVER::contains));
        return fromServer
                ? Optional.of("a configuration server may hold the profile")
                : client.workload().flatMap(Surroundings::unseen);
    }

    private Finding finding(Client client, Variable active, Slip slip) {
        var value = active.value();
        return applicationFinding(
                client,
                "no file holds anything for the profile " + slip.written() + "; nearest: " + slip.meant(),
                "The application starts without a word and runs on its plain settings, which are most often those for a"
                        + " developer's machine: another database, another pool, another log-in.",
                new Edit.Replace(value.origin(), VARIABLE, value.text().replace(slip.written(), slip.meant())),
                new Evidence(VARIABLE, value.shown(), value.origin()));
    }
}
