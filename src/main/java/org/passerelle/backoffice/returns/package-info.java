/// What members give back, and what the office decides on it (ORD-09).
@NullMarked
package org.passerelle.backoffice.returns;

import org.jspecify.annotations.NullMarked;
