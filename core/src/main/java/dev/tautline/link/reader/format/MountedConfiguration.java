package dev.tautline.link.reader.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The files of an application that only the workload has which runs it: mounted where the framework looks, in
/// the order in which they are laid over those that are packaged. `isAll` where the workload is told not to look
/// elsewhere. `others` are further mounted files, by path, which count only where something imports them.
public record MountedConfiguration(List<ApplicationFile> files, Map<String, Documents> others, boolean isAll) {
    public static final MountedConfiguration NONE = new MountedConfiguration(List.of(), Map.of(), false);

    public MountedConfiguration {
        files = List.copyOf(files);
        others = Map.copyOf(others);
    }

    /// All files of an application, later ones over those before them.
    public List<ApplicationFile> over(List<ApplicationFile> packaged) {
        return isAll ? files : Stream.concat(packaged.stream(), files.stream()).toList();
    }

    public Optional<Documents> at(String path) {
        return Optional.ofNullable(others.get(path));
    }
}
