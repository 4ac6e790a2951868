/// jOOQ on the schema `ordering`.
@NullMarked
package org.passerelle.ordering.store;

import org.jspecify.annotations.NullMarked;
