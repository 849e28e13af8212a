package dev.tautline.link.reader.format;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.Profile;
import dev.tautline.link.Stage;
import dev.tautline.settings.Problem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// An application of which one file tells all. `profile` is what the file's name says, such as `prod` of
/// `prod.yml`, or none.
public record OneFile(Path home, Framework framework, Profile profile, Reading reading) implements ApplicationFiles {
    /// Makes the clients, when it is known how the application runs.
    public interface Reading {
        List<Client> clients(Application application, Running running, Collection<Problem> problems);
    }

    /// A file whose name may hold a profile.
    public static OneFile of(Path file, Framework framework, Reading reading) {
        return new OneFile(Homes.of(file), framework, profileOf(file), reading);
    }

    private static Profile profileOf(Path file) {
        var stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        for (var word : stem.split("[-_.]", -1)) {
            if (Stage.ofName(word) != Stage.UNKNOWN) {
                return Profile.of(word);
            }
        }
        return Profile.PLAIN;
    }

    @Override
    public Set<String> names() {
        return Set.of(Homes.nameOf(home));
    }

    @Override
    public List<Profile> profiles() {
        return List.of(profile);
    }

    @Override
    public Set<String> profileNames() {
        return Set.copyOf(profile.names());
    }

    @Override
    public List<Client> clients(Running running, Collection<Problem> problems) {
        var asked = running.profile();
        if (!asked.names().isEmpty() && !profile.names().isEmpty() && !asked.equals(profile)) {
            return List.of();
        }
        var application = new Application(
                Homes.nameOf(home),
                home,
                framework,
                profile,
                running.stageUnder(profile),
                running.libraries(),
                running.workload());
        return reading.clients(application, running, problems);
    }
}
