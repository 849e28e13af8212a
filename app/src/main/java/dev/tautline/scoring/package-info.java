/// Watchers scored on faults: how soon each noticed, what it named, what it wrongly ruled out, whom it woke for
/// nothing.
/// The scores know nothing of who the watcher is; any that can call a webhook can be scored.
@NullMarked
package dev.tautline.scoring;

import org.jspecify.annotations.NullMarked;
