/// What people live through with the whole product, in a real browser, with a clock that moves.
@NullMarked
package org.passerelle.journey;

import org.jspecify.annotations.NullMarked;
