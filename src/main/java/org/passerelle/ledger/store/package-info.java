/// jOOQ on the schema `ledger`.
@NullMarked
package org.passerelle.ledger.store;

import org.jspecify.annotations.NullMarked;
