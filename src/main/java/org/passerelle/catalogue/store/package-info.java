/// jOOQ on the schema `catalogue`.
@NullMarked
package org.passerelle.catalogue.store;

import org.jspecify.annotations.NullMarked;
