/// Rules about the settings of database servers.
@NullMarked
package dev.tautline.check.rules.server;

import org.jspecify.annotations.NullMarked;
