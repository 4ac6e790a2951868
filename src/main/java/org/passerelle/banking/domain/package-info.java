/// Movements and how they find what they pay, in plain Java.
@NullMarked
package org.passerelle.banking.domain;

import org.jspecify.annotations.NullMarked;
