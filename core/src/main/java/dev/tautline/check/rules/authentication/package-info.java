/// Rules about who may log in, from where, and how they prove who they are.
@NullMarked
package dev.tautline.check.rules.authentication;

import org.jspecify.annotations.NullMarked;
