/// Rules about what requests and health checks do with connections.
@NullMarked
package dev.tautline.check.rules.web;

import org.jspecify.annotations.NullMarked;
