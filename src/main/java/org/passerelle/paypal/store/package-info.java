/// Keeps attempts, messages and refunds.
@NullMarked
package org.passerelle.paypal.store;

import org.jspecify.annotations.NullMarked;
