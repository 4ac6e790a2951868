/// PayPal as a demo has it: the part of its REST API that is used, with pages on which the buyer
/// decides how it goes, and messages that it signs (PAY-03). It lives in memory and forgets with
/// the process. Outside a demo none of it exists.
@NullMarked
package org.passerelle.demo.paypal;

import org.jspecify.annotations.NullMarked;
