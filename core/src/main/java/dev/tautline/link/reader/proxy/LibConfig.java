package dev.tautline.link.reader.proxy;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.Unfilled;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the syntax of libconfig 1.7 ("Configuration Files"), which ProxySQL uses: settings `name = value;`,
/// groups in braces, lists in parentheses, arrays in brackets; comments of the shell and of C++.
final class LibConfig {
    /// Deeper than anybody nests; a deeper file is not read on.
    private static final int MAX_DEPTH = 50;

    /// A value: a scalar, or what stands in a group, a list or an array.
    sealed interface Node {
        /// What stands inside; nothing in a scalar.
        default Stream<Member> members() {
            return this instanceof Members(var all) ? all.stream() : Stream.empty();
        }

        /// A text, number or flag.
        record Scalar(Written written) implements Node {}

        /// The members of a group, a list or an array; those of a group have names.
        record Members(List<Member> all) implements Node {
            public Members {
                all = List.copyOf(all);
            }

            Optional<Node> find(String name) {
                return all.stream()
                        .filter(member -> member.name().equals(name))
                        .map(Member::value)
                        .reduce((early, late) -> late);
            }

            /// The members of the list under a name that are groups.
            List<Members> groups(String name) {
                return find(name).stream()
                        .flatMap(Node::members)
                        .map(Member::value)
                        .filter(Members.class::isInstance)
                        .map(Members.class::cast)
                        .toList();
            }

            /// The scalars of the group under a name.
            List<Written> scalars(String name) {
                return new Members(find(name).stream().flatMap(Node::members).toList()).scalars();
            }

            List<Written> scalars() {
                return all.stream()
                        .map(Member::value)
                        .filter(Scalar.class::isInstance)
                        .map(node -> ((Scalar) node).written())
                        .toList();
            }

            Optional<Written> scalar(String name) {
                return find(name)
                        .flatMap(node -> node instanceof Scalar(var written) ? Optional.of(written) : Optional.empty());
            }
        }
    }

    /// A value and its name; empty in lists and arrays.
    record Member(String name, Node value) {}

    private final LibConfigTokens tokens;
    private final SourceText source;
    private final Collection<Problem> problems;
    private boolean isLost;

    private LibConfig(SourceText source, Collection<Problem> problems) {
        this.tokens = new LibConfigTokens(source.text());
        this.source = source;
        this.problems = problems;
    }

    /// What could be read; the first thing that could not is a problem, and ends the reading.
    static Node.Members read(SourceText source, Collection<Problem> problems) {
        return new LibConfig(source, problems).members("", 0);
    }

    private Node.Members members(String end, int depth) {
        var members = new ArrayList<Member>();
        while (!isLost && !tokens.at(end)) {
            if (tokens.at(";") || tokens.at(",")) {
                tokens.next();
            } else {
                member(depth).ifPresent(members::add);
            }
        }
        if (!isLost) {
            tokens.next();
        }
        return new Node.Members(members);
    }

    private Optional<Member> member(int depth) {
        var name = "";
        if (tokens.isName() && tokens.isFollowedBySign()) {
            name = tokens.next();
            tokens.next();
        }
        return value(name, depth);
    }

    private Optional<Member> value(String name, int depth) {
        if (depth > MAX_DEPTH) {
            return lost("nested deeper than " + MAX_DEPTH);
        }
        var close = switch (tokens.current()) {
            case "{" -> "}";
            case "(" -> ")";
            case "[" -> "]";
            default -> "";
        };
        if (!close.isEmpty()) {
            tokens.next();
            return Optional.of(new Member(name, members(close, depth + 1)));
        }
        return tokens.isValue() ? Optional.of(new Member(name, scalar(name))) : lost("a value is expected here");
    }

    private Node scalar(String name) {
        var origin = source.place(tokens.line(), tokens.column(), name);
        return new Node.Scalar(Unfilled.written(name, tokens.nextValue(), origin));
    }

    private Optional<Member> lost(String message) {
        problems.add(source.problem(tokens.line(), tokens.column(), message));
        isLost = true;
        return Optional.empty();
    }
}
