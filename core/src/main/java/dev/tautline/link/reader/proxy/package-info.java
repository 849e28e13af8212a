/// Reads the files of poolers, proxies and balancers.
@NullMarked
package dev.tautline.link.reader.proxy;

import org.jspecify.annotations.NullMarked;
