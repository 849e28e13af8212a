/// The ways to people: one class for each service, in the form that the service documents. None of them lets a secret
/// out.
@NullMarked
package dev.tautline.alert.channel;

import org.jspecify.annotations.NullMarked;
