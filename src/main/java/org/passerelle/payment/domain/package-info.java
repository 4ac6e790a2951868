/// What a receipt does to a payable, in plain Java.
@NullMarked
package org.passerelle.payment.domain;

import org.jspecify.annotations.NullMarked;
