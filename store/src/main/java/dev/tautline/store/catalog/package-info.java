/// Categories, products and their variants, as the shop window shows them: pages, sorting, search.
@NullMarked
package dev.tautline.store.catalog;

import org.jspecify.annotations.NullMarked;
