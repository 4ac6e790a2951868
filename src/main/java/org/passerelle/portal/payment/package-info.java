/// An account explained, and to pay by card or PayPal (PAY-03, PAY-05).
@NullMarked
package org.passerelle.portal.payment;

import org.jspecify.annotations.NullMarked;
