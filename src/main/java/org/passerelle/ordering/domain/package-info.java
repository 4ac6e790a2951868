/// Restrictions, delivery dates and what carts and orders keep, in plain Java.
@NullMarked
package org.passerelle.ordering.domain;

import org.jspecify.annotations.NullMarked;
