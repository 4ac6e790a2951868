/// Pages of the catalogue: find an offer, see what it costs and whether one may have it.
@NullMarked
package org.passerelle.portal.catalogue;

import org.jspecify.annotations.NullMarked;
