/// PayPal's REST API behind its port.
@NullMarked
package org.passerelle.paypal.gateway;

import org.jspecify.annotations.NullMarked;
