/// Task definitions of Amazon ECS: containers, their variables and their commands.
@NullMarked
package dev.tautline.link.reader.ecs;

import org.jspecify.annotations.NullMarked;
