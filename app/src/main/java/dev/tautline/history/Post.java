package dev.tautline.history;

import dev.tautline.alert.quiet.Silence;
import dev.tautline.incident.Incident;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Messages that are written in one transaction with the incidents that they tell of. Both methods are called on the
/// history's thread.
public interface Post {
    /// No message.
    Post NONE = new Post() {
        @Override
        public List<Delivery> of(Instant at, List<Incident> incidents) {
            return List.of();
        }

        @Override
        public void written(Instant at) {}
    };

    /// The same, and somebody who wants to know when it is on the disk.
    static Post both(Post post, Consumer<Instant> written) {
        return new Post() {
            @Override
            public List<Delivery> of(Instant at, List<Incident> incidents) {
                return post.of(at, incidents);
            }

            @Override
            public List<Silence> silences(Instant at) {
                return post.silences(at);
            }

            @Override
            public void written(Instant at) {
                post.written(at);
                written.accept(at);
            }
        };
    }

    /// The deliveries that the history shall hold, new ones among them.
    List<Delivery> of(Instant at, List<Incident> incidents);

    /// The silences that the history shall hold.
    default List<Silence> silences(Instant at) {
        return List.of();
    }

    /// What [#of] answered is on the disk, or the disk cannot be written and people must be told all the same.
    ///
    /// @param at what [#of] was asked with
    void written(Instant at);
}
