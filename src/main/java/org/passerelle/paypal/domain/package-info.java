/// What is decided about an attempt, in plain Java.
@NullMarked
package org.passerelle.paypal.domain;

import org.jspecify.annotations.NullMarked;
