/// jOOQ on the schema `payment`.
@NullMarked
package org.passerelle.payment.store;

import org.jspecify.annotations.NullMarked;
