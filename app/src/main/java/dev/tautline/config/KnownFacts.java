package dev.tautline.config;

import dev.tautline.link.Hop;
import dev.tautline.link.Link;
import dev.tautline.link.Server;
import dev.tautline.link.reader.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What no file of the repository says because somebody else runs it: managed databases, and what stands before them.
public record KnownFacts(List<Server> servers, List<Hop> hops) {
    public static final KnownFacts NONE = new KnownFacts(List.of(), List.of());

    public KnownFacts {
        servers = List.copyOf(servers);
        hops = List.copyOf(hops);
    }

    /// What a `taut.yaml` tells.
    ///
    /// @throws TautFileUnusable with all that is wrong
    public static KnownFacts read(Path file) {
        var problems = new ArrayList<String>();
        var facts = TautFile.read(file, problems).map(FactsSections::read).orElse(NONE);
        if (!problems.isEmpty()) {
            throw new TautFileUnusable(problems);
        }
        return facts;
    }

    /// What was read, and these facts with it.
    public Configuration with(Configuration read) {
        var link = read.link();
        var known = new Link(
                link.clients(),
                joined(link.hops(), hops),
                joined(link.servers(), servers),
                link.platform(),
                link.certificates());
        return new Configuration(known, read.problems(), read.profiles(), read.filesRead(), read.testFoldersSkipped());
    }

    private static <T> List<T> joined(List<T> read, List<T> told) {
        return Stream.concat(read.stream(), told.stream()).toList();
    }
}
