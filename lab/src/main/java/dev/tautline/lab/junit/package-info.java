/// The lab in tests of your own: a real cluster for a test class, faults that are healed after each test. JUnit is an
/// optional dependency of the lab, which tests have anyway.
@NullMarked
package dev.tautline.lab.junit;

import org.jspecify.annotations.NullMarked;
