/// jOOQ on the schema `tax`.
@NullMarked
package org.passerelle.tax.store;

import org.jspecify.annotations.NullMarked;
