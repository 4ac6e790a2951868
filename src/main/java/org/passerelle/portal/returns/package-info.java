/// What members give back (ORD-09).
@NullMarked
package org.passerelle.portal.returns;

import org.jspecify.annotations.NullMarked;
