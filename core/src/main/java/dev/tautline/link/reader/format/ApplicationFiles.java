package dev.tautline.link.reader.format;

import dev.tautline.link.Client;
import dev.tautline.link.Profile;
import dev.tautline.settings.Problem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The configuration files of one application, read but not merged yet: its clients depend on the
/// environment and the profiles that it runs with.
public interface ApplicationFiles {
    /// The folder that the application's configuration belongs to; its build file stands there.
    Path home();

    /// The names under which deployment files may mean this application, such as `spring.application.name`
    /// and the folder.
    Set<String> names();

    /// The plain configuration, and each profile that a file names, alone.
    List<Profile> profiles();

    /// Every name of a profile, or of a group of profiles, that can be asked for.
    Set<String> profileNames();

    /// The clients when run so.
    List<Client> clients(Running running, Collection<Problem> problems);
}
