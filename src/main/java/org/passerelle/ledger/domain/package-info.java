/// What the books must be able to do.
@NullMarked
package org.passerelle.ledger.domain;

import org.jspecify.annotations.NullMarked;
