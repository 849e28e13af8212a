/// What Terraform and OpenTofu say of databases that a cloud runs: servers, their parameters, who may reach them.
@NullMarked
package dev.tautline.link.reader.terraform;

import org.jspecify.annotations.NullMarked;
