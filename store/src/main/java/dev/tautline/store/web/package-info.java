/// What every page shares: safety headers, the defence against forged forms, readable errors.
@NullMarked
package dev.tautline.store.web;

import org.jspecify.annotations.NullMarked;
